import { type Block, type Damage, type Document, type Table, textOf, whole } from '../../document.ts'
import type { Form } from '../../model.ts'
import type { Placed, Reading } from '../form.ts'
import { head, rowsOf } from './entries.ts'
import type { Entry, Head } from './entry.ts'
import { type Family, familyOf } from './family.ts'
import { isFootOf, ordinalAbove } from './heading.ts'
import { codeOf, stated } from './heads.ts'
import { indicators } from './indicators.ts'
import { inlineEntries } from './inline.ts'
import { indicatorRows } from './rows.ts'
import { type Sheet, sheetsOf } from './sheets.ts'

/** Read every form of a document that belongs to a family. */
export function readObjectives(document: Document, family: Family): Reading {
  const sheets = sheetsOf(document).filter(
    ({ parts }) => familyOf(parts.flatMap(({ sections }) => sections)) === family,
  )
  const readings = sheets.map((sheet) => readSheet(document, sheet))
  return {
    forms: readings.flatMap(({ forms = [] }) => forms),
    labels: readings.flatMap(({ labels }) => labels),
    damage: readings.flatMap(({ damage = [] }) => damage),
  }
}

function readSheet(document: Document, { index, last, heading, above, parts }: Sheet): Reading {
  const blocks = parts.flatMap(({ table, sections }) =>
    sections.map((section) => ({ table, section, ...indicatorRows(table, section) })),
  )
  const feet = parts.map(({ table }) => {
    const foot = blocks.filter((block) => block.table === table).at(-1)?.foot ?? Number.MAX_SAFE_INTEGER
    return head(table, rowsOf(table, foot, Number.MAX_SAFE_INTEGER))
  })
  const beyond = footBeyond(document.blocks[last], document.blocks[last + 1], parts.at(-1)?.table)
  const totals = blocks.flatMap((block) => block.totals)
  const entries = [...above.entries, ...totals, ...feet.flatMap((foot) => foot.entries), ...beyond]
  const said: Head = { entries, groups: [...above.groups, ...feet.flatMap((foot) => foot.groups)] }
  const read = blocks.map(({ table, section, rows }) => indicators(rows, section, table.grid === 'lost'))
  const form = stated(
    heading,
    said,
    read.flatMap((block) => block.indicators),
  )
  const numbered = ordinalAbove(document, heading.first, form.name?.text ?? '')
  const placed: Placed<Form> = {
    first: heading.first - (numbered.label ? 1 : 0),
    last: last + (beyond.length > 0 ? 1 : 0),
    found: form,
    ...(numbered.ordinal && { ordinal: numbered.ordinal }),
    ...codeOf(said),
  }
  const between = document.blocks
    .slice(index + 1, last)
    .flatMap((block) => (block.type === 'paragraph' ? [whole(block)] : []))
  const labels = [...heading.labels, ...said.groups, ...entries.map(({ label }) => label), ...between]
  const headers = blocks.flatMap(({ section, labels }) => [...labels, ...section.headers.map(whole)])
  const isLost = parts.some(({ table }) => table.grid === 'lost')
  return {
    forms: [placed],
    labels: labels.concat(headers, numbered.label ?? []),
    damage: [...read.flatMap(({ damage }) => damage), ...(isLost ? entries.flatMap(lostAnswer) : [])],
  }
}

// Of several forms in one table, the line below it is of the last.
function footBeyond(block: Block | undefined, line: Block | undefined, part: Table | undefined): Entry[] {
  const isLast = block?.type === 'table' && block.cells.at(-1) === part?.cells.at(-1)
  return isLast && line?.type === 'paragraph' && isFootOf(block, line) ? inlineEntries(line) : []
}

// 执行率分值（10） has its answer in the label.
function lostAnswer({ label, values, field }: Entry): Damage[] {
  return field && values.length === 0 && !/[（(]\s*\d/u.test(textOf(label))
    ? [{ what: 'lost-cell', passage: label.passage }]
    : []
}
