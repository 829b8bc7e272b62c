import type { Message } from '../../model.ts'
import { style } from '../../writers/validation/html/style.ts'
import { element, markup } from '../../writers/validation/markup.ts'
import { chart } from './chart.ts'
import { type Cell, figure, grouped, list, script, scriptHash, text } from './list.ts'
import type { Pair, Summary } from './summary.ts'
import { type Words, words } from './words.ts'

/** How the page speaks, and where it finds a file: the address of a document as seen from the page, or nothing. */
export interface PageOptions {
  language: keyof Message
  linkTo(file: string): string | undefined
}

/** A part of the page: the table in it has so many rows. */
interface Part {
  id: string
  title: string
  rows: number
  shows: string
}

/** The summary as one page that needs nothing but itself. */
export function page(summary: Summary, { language, linkTo }: PageOptions): string {
  const say = words[language]
  const named = (file: string): Cell => {
    const href = linkTo(file)
    const name = text(file)
    return href === undefined ? name : { shows: element('a', { href }, name.shows) }
  }
  const pair = ({ file, first }: Pair) => [named(file), named(first)]
  const skipped = summary.skipped.map(({ file, reason }) => [text(file), text(reason[language])])
  const all = [
    looks(summary, say, language, named),
    money(summary, say),
    rules(summary, say),
    folded('duplicates', say.duplicates, [say.file, say.first], summary.duplicates.map(pair)),
    folded('editions', say.editions, [say.file, say.first], summary.editions.map(pair)),
    folded('skipped', say.skipped, [say.file, say.why], skipped),
  ]
  const parts = all.filter(({ id, rows }) => rows > 0 || id === 'look')
  const title = element('h1', {}, markup(say.title))
  const shown = parts.map(({ shows }) => shows)
  const head = [...metadata, element('title', {}, markup(say.title)), element('style', {}, style + more)]
  const body = [title, tiles(summary, say), contents(parts), ...shown, element('script', {}, script)]
  const html = [element('head', {}, head), element('body', {}, body)]
  return `<!doctype html>\n${element('html', { lang: language === 'zh' ? 'zh-CN' : 'en' }, html)}\n`
}

// Nothing that a document says can load or run anything: only the script of this page may run.
const metadata = [
  '<meta charset="utf-8">',
  `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; script-src ${scriptHash.replaceAll("'", '&#39;')}; base-uri &#39;none&#39;; form-action &#39;none&#39;">`,
  '<meta name="viewport" content="width=device-width, initial-scale=1">',
  '<meta name="color-scheme" content="light dark">',
]

const more = `
.tiles { display: flex; flex-wrap: wrap; gap: .5rem 2rem; padding: 0; list-style: none } .tiles b { display: block; font-size: 1.5rem }
nav a { margin-right: 1.5rem; display: inline-block }
.wide { overflow-x: auto }
th button { all: unset; cursor: pointer; overflow-wrap: normal } th button:focus-visible { outline: 2px solid }
th button::after { content: " ↕"; color: var(--faint); font-weight: normal }
th[aria-sort=ascending] button::after { content: " ▲" } th[aria-sort=descending] button::after { content: " ▼" }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
svg { width: 100%; min-width: 40rem; height: auto } svg text { font-size: 12px; fill: CanvasText }
.year-0 { fill: #0969da } .year-1 { fill: #bf8700 } .year-2 { fill: #1a7f37 } .year-3 { fill: #cf222e } .year-4 { fill: #8250df } .year-5 { fill: #57606a }
`

function tiles({ files, projects, indicators, findings, coverage }: Summary, say: Words): string {
  const entries: [string, string][] = [
    [grouped(files.documents), say.documents],
    [grouped(projects), say.projects],
    [grouped(indicators), say.indicators],
    [grouped(findings.error), say.severities.error],
    [grouped(findings.warning), say.severities.warning],
    [coverage === undefined ? '–' : `${(coverage * 100).toFixed(1)} %`, say.coverage],
    [grouped(files.failed), say.failed],
  ]
  const items = entries.map(([number, name]) => element('li', {}, `${element('b', {}, markup(number))}${markup(name)}`))
  return element('ul', { class: 'tiles' }, items)
}

// A thousand files that need a look stand before all else.
function contents(parts: Part[]): string {
  const links = parts.map(({ id, title, rows }) => element('a', { href: `#${id}` }, markup(`${title} (${rows})`)))
  return element('nav', {}, links)
}

function looks({ look }: Summary, say: Words, language: keyof Message, named: (file: string) => Cell): Part {
  const rows = look.map(({ file, why }) => [
    named(file),
    text(why.map((reason) => reason[language]).join(say.semicolon)),
  ])
  const shows = rows.length === 0 ? element('p', {}, markup(say.nothing)) : list([say.file, say.why], rows)
  return section('look', say.look, rows.length, shows)
}

function money({ money, editions }: Summary, say: Words): Part {
  const rows = money.map(({ body, fiscalYear, kind, documents, projects, stated, annual }) => [
    text(body ?? say.unknown),
    fiscalYear === undefined ? text(say.unknown) : { shows: String(fiscalYear), number: fiscalYear },
    text(say.kinds[kind] ?? kind),
    ...[documents, projects, stated, annual].map(figure),
  ])
  const heads = [say.body, say.year, say.kind, say.count, say.projectCount, say.stated, say.annual]
  const note = editions.length === 0 ? '' : element('p', {}, markup(say.once))
  return section('money', say.money, rows.length, `${note}${chart(money, say)}\n${list(heads, rows)}`)
}

function rules({ rules }: Summary, say: Words): Part {
  const rows = rules.map(({ rule, severity, findings, documents }) => [
    text(rule),
    text(say.level[severity]),
    figure(findings),
    figure(documents),
  ])
  return section('rules', say.rules, rows.length, list([say.rule, say.severity, say.findings, say.count], rows))
}

function folded(id: string, title: string, heads: string[], rows: Cell[][]): Part {
  const summary = element('summary', {}, markup(`${title} (${rows.length})`))
  return { id, title, rows: rows.length, shows: element('details', { id }, [summary, list(heads, rows)]) }
}

function section(id: string, title: string, rows: number, content: string): Part {
  return { id, title, rows, shows: element('section', { id }, [element('h2', {}, markup(title)), content]) }
}
