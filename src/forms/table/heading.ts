import {
  type Block,
  bare,
  type Cell,
  type Document,
  type Paragraph,
  type Passage,
  part,
  type Span,
  type Table,
  textOf,
  whole,
} from '../../document.ts'
import { quote } from '../../location.ts'
import type { Project, Sourced } from '../../model.ts'
import { type MoneyUnit, moneyUnit } from '../../values/amount.ts'
import { findYears } from '../../values/period.ts'
import type { Field } from '../../vocabulary.ts'
import { ordinalOf } from '../narrative/ordinal.ts'
import type { Entry } from './entry.ts'
import { inlineEntries, yearApart } from './inline.ts'

/** What stands above the labelled cells of a form: its title, the year, the unit of money. */
export interface Heading {
  title?: Sourced<string>
  fiscalYear?: Sourced<number>
  unit?: MoneyUnit
  entries: Entry[]
  labels: Span[]
  /** The block that the heading begins with. */
  first: number
  /** The first row of the table under a title that is printed in the table itself. */
  row: number
}

// 附件3： before a title, 附表2 and 附：; the number of a table, 表5：, is a part of its title.
const attachment = /^\s*附(?:件|表)?\s*(?:\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3})?\s*[：:、.．]?\s*/u
const tableNumber = /^表[\d一二三四五六七八九十-]{1,5}[：:]/u

/**
 * Whether a short text is the title of a form: 项目支出绩效目标申报表, 附件3：项目支出绩效自评表（省级）（2021年度）, also with the
 * name of the project behind a dash.
 */
export function isFormTitle(text: string): boolean {
  if (text.length > 200) return false
  const title = bare(text.replace(attachment, ''))
    .replace(tableNumber, '')
    .replace(/(?:[（(][^（()）]{0,20}[）)]){1,3}$/u, '')
  return (
    title.length <= 80 &&
    !/^(?:详见|见|参见)|[：:]/u.test(title) &&
    /(?:绩效|目标|申报)[^。；]{0,40}表(?:[—－-]{1,2}[^。；—]{1,40})?$/u.test(title)
  )
}

/** Read the paragraphs directly above the table at `index`, upwards to the title, or the title row of the table. */
export function headingOf({ blocks }: Document, index: number, table: Table): Heading {
  const top = table.cells[0]?.row ?? 1
  const heading: Heading = { entries: [], labels: [], first: index, row: top }
  readTitleRows(table, heading, top)
  // What stands above the table is of its first form.
  const highest = top > 1 ? index : Math.max(0, index - 5)
  for (let at = index - 1; at >= highest && !heading.title; at--) {
    const block = blocks[at]
    if (block?.type !== 'paragraph' || isFootOf(blocks[at - 1], block)) break
    if (isNote(block)) continue
    if (block.text.trim() === '' || readLine(block, heading)) heading.first = at
    else if (!isLabelled(block)) break
  }
  const above = blocks[heading.first - 1]
  if (heading.title && above?.type === 'paragraph' && readNumber(above, heading)) heading.first--
  const years = heading.title ? findYears(heading.title.text) : []
  const title = heading.labels.find((span) => textOf(span) === heading.title?.text)
  if (!heading.fiscalYear && title && years[0]) heading.fiscalYear = year(title, years[0])
  return heading
}

// 附件2, 表12 and 预算05-2表 number the form, on a line of their own.
function readNumber(line: Passage, { labels }: Heading, span = whole(line)): boolean {
  if (!number.test(bare(line.text))) return false
  labels.push(span)
  return true
}

const number =
  /^(?:附(?:件|表)|(?:\p{Script=Han}{2}公开)?表)[\d一二三四五六七八九十]{0,3}(?:-\d{1,2})?[：:]?$|^\p{Script=Han}{0,4}\d{1,2}(?:-\d{1,2})?表$/u

// A note says nothing of the form, and does not part it from its title; nor does a label that is not known.
function isNote({ text }: Paragraph): boolean {
  return text.length <= 100 && /^\s*[（(]?(?:注|备注|说明|填报说明|填表说明)[：:]/u.test(text)
}

function isLabelled({ text }: Paragraph): boolean {
  return /^\s*\p{Script=Han}{2,10}[：:]\s*\S{1,30}\s*$/u.test(text)
}

const feet: (Field | undefined)[] = ['contact', 'contactName', 'contactPhone', 'signatory', 'filledOn']

/** The last line of a form, printed under its table: 负责人：… 联系电话：… 填报日期：… */
export function isFootOf(above: Block | undefined, line: Paragraph): boolean {
  const entries = above?.type === 'table' ? inlineEntries(line) : []
  return entries.length > 0 && entries.every(({ field }) => feet.includes(field))
}

/** The heading `（一）name` above the title of a form: its ordinal numbers the project. */
export function ordinalAbove(
  { blocks }: Document,
  first: number,
  name: string,
): { ordinal?: Project['ordinal']; label?: Span } {
  const block = blocks[first - 1]
  if (block?.type !== 'paragraph') return {}
  const found = ordinalOf(whole(block))
  if (!found || !isSameProject(bare(textOf(found.rest)), bare(name))) return {}
  return { ordinal: quote(found.span, found.value), label: whole(block) }
}

// （一）改善基本办学条件专项 heads the form of 改善基本办学条件专项资金; both may say more than the other.
function isSameProject(heading: string, name: string): boolean {
  return name !== '' && (heading.includes(name) || (heading.length >= 4 && name.includes(heading)))
}

function readTitleRows(table: Table, heading: Heading, top: number): void {
  for (const row of [top, top + 1, top + 2]) {
    const cells = table.cells.filter((cell) => cell.row === row && cell.text.trim() !== '')
    const isTop = ({ text }: Cell) => isFormTitle(text) || isCaption(text)
    const isHeading = cells.length === 1 || (cells.some(isTop) && cells.every((cell) => isTop(cell) || isInline(cell)))
    if (!isHeading || !cells.every((cell) => readLine(cell, heading))) return
    heading.row = row + 1
  }
}

function isInline(cell: Cell): boolean {
  return inlineEntries(cell).length > 0
}

// The unit may stand beside the title or the body, at the right end of the row.
function isCaption(text: string): boolean {
  return text.length <= 20 && /单位/u.test(text) && moneyUnit(text) !== undefined
}

// One line above the form: the title, the year, the unit, or labelled cells that stand outside the table.
function readLine(line: Passage, heading: Heading): boolean {
  const span = whole(line)
  if (isFormTitle(line.text)) {
    const title = part(span, attachment.exec(textOf(span))?.[0].length ?? 0)
    heading.title = quote(title, textOf(title))
    heading.labels.push(part(span, 0), title)
    return true
  }
  if (readNumber(line, heading, span)) return true
  const entries = inlineEntries(span.passage)
  const { length } = bare(line.text)
  const unit = length <= 60 ? moneyUnit(line.text) : undefined
  const found = yearIn(line.text)
  if (entries.length === 0 && !unit && !found) return false
  if (unit) heading.unit ??= unit
  if (found) heading.fiscalYear ??= year(span, found)
  heading.entries.push(...entries)
  const isCaptionOnly = unit && !found && entries.length === 0
  heading.labels.push(part(span, isCaptionOnly ? Math.max(0, textOf(span).search(caption)) : 0))
  return true
}

// A line that begins with the year, or in which it stands apart from a labelled answer.
function yearIn(text: string): ReturnType<typeof findYears>[number] | undefined {
  const years = findYears(text)
  const apart = yearApart(text)
  if (/^\s*[（(]?\s*\d{4}\s*年/u.test(text) && bare(text).length <= 24) return years[0]
  return apart && years.find(({ start }) => start >= apart.start && start < apart.end)
}

// What stands before the unit is no caption: 乡镇：马踏镇　　单位：万元.
const caption = /[（(]?\p{Script=Han}{0,4}单位\s{0,4}[：:]?\s{0,4}[十百千万亿人民币]{0,5}元\s*[）)]?\s*$/u

function year(span: Span, found: { start: number; end: number; value: number }): Sourced<number> {
  return quote(part(span, found.start, found.end), found.value)
}
