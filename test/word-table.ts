import { p, tbl, tc, tr } from './word.ts'

/**
 * A table in short: cells of a row parted by |; `text>3` spans three columns, `text_` begins a cell that goes on in the
 * rows below, where `^` stands for it.
 */
export function table(rows: string): string {
  const lines = rows.trim().split('\n')
  return tbl(...lines.map((line) => tr(line.split('|').map((cell) => word(cell.trim())))))
}

function word(cell: string): string {
  const [, text = '', span, merge] = /^(.*?)(?:>(\d+))?(_)?$/u.exec(cell) ?? []
  const properties = [
    span && `<w:gridSpan w:val="${span}"/>`,
    merge && '<w:vMerge w:val="restart"/>',
    text === '^' && '<w:vMerge/>',
  ]
  return tc(p(text === '^' ? '' : text), properties.filter(Boolean).join(''))
}
