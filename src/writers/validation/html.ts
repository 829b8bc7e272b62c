import type { Validation } from '../../validate.ts'
import { rulesOf } from './html/rules.ts'
import { sectionOf } from './html/section.ts'
import { style } from './html/style.ts'
import { table } from './html/table.ts'
import { element, markup } from './markup.ts'
import { countOf, severities, validatedOf, type Wording, words } from './words.ts'

/** One page to read, print and send on: it needs nothing but itself, and runs no script. */
export function html(validations: Validation[], wording: Wording): string {
  const { language } = wording
  const title = markup(words[language].title)
  const sections = validations.map((validation, index) => sectionOf(validation, `document-${index + 1}`, wording))
  const body = [
    element('h1', {}, title),
    summary(validations, wording),
    ...sections,
    rulesOf(validatedOf(validations), language),
  ]
  const head = [...metadata, element('title', {}, title), element('style', {}, style)]
  const page = [element('head', {}, head), element('body', {}, body)]
  return `<!doctype html>\n${element('html', { lang: language === 'zh' ? 'zh-CN' : 'en' }, page)}\n`
}

// Nothing that a document says can load or run anything, even if it came to stand in the page as it is.
const metadata = [
  '<meta charset="utf-8">',
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
  '<meta name="viewport" content="width=device-width, initial-scale=1">',
  '<meta name="color-scheme" content="light dark">',
]

function summary(validations: Validation[], { language }: Wording): string {
  const say = words[language]
  const head = [say.file, ...severities.map((name) => say.severities[name]), say.suppressed]
  const rows = validations.map((validation, index) => {
    const file = element('a', { href: `#document-${index + 1}` }, markup(validation.file))
    if ('error' in validation) return [file, '', '', '', '']
    const { findings, suppressed = [] } = validation
    return [file, ...severities.map((name) => String(countOf(findings, name))), String(suppressed.length)]
  })
  return table(head, rows)
}
