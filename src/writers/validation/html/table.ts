import { element, markup } from '../markup.ts'

/** A table; its cells are markup already. */
export function table(head: string[], rows: string[][]): string {
  const row = (name: string, cells: string[]) =>
    element('tr', {}, cells.map((cell) => element(name, {}, cell)).join(''))
  const body = rows.map((cells) => row('td', cells))
  return element('table', {}, [element('thead', {}, row('th', head.map(markup))), element('tbody', {}, body)])
}
