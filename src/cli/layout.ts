import type { Document } from '../document.ts'
import { Failure } from '../failure.ts'
import { read } from '../read.ts'
import { json } from '../writers/layout/json.ts'
import { onPage } from '../writers/layout/page.ts'
import { svg } from '../writers/layout/svg.ts'
import { text } from '../writers/layout/text.ts'
import { choice } from './choice.ts'
import { entriesOf } from './entries.ts'
import { expand } from './inputs.ts'
import type { Options, Status } from './options.ts'
import { deliver, protect } from './outputs.ts'
import { statusOf } from './status.ts'

interface LayoutOptions extends Options {
  format: string
  output?: string
  page?: string
}

const formats: Record<string, (document: Document, page?: number) => string> = { text, json, svg: picture }

/** Shows what the reader sees in one document. */
export async function run(names: string[], options: LayoutOptions): Promise<Status> {
  const written = choice(formats, options.format)
  const page = options.page === undefined ? undefined : pageNumber(options.page)
  const inputs = await expand(names)
  protect(inputs, options.output)
  const views = await entriesOf(inputs, options, async (bytes, file) => {
    const document = await read(bytes, file, options)
    return [{ view: written(page === undefined ? document : selected(document, page), page) }]
  })
  for (const view of views) if ('view' in view) await deliver(view.view, options.output)
  return statusOf(views, [], 'never')
}

function pageNumber(page: string): number {
  if (/^[1-9]\d{0,8}$/u.test(page)) return Number(page)
  throw new Failure({
    zh: `--page 不能是 ${page}；请写页码，例如 3。`,
    en: `--page cannot be ${page}; write the number of a page, for example 3.`,
  })
}

function picture(document: Document, page?: number): string {
  if (page !== undefined) return svg(document, page)
  throw new Failure({
    zh: 'svg 每次画一页；请加上 --page，例如 --page 3。',
    en: 'svg draws one page; add --page, for example --page 3.',
  })
}

function selected(document: Document, page: number): Document {
  const { pages } = document
  if (pages === undefined) {
    throw new Failure({
      zh: '这种格式不分页；请去掉 --page。',
      en: 'its format has no pages; leave out --page.',
    })
  }
  if (page <= pages) return onPage(document, page)
  throw new Failure({
    zh: `没有第 ${page} 页，共 ${pages} 页；请另选页码。`,
    en: `there is no page ${page}, it has ${pages}; choose another.`,
  })
}
