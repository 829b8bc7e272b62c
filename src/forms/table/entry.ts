import type { Span } from '../../document.ts'
import type { Repair } from '../../model.ts'
import type { Field, MoneyRole } from '../../vocabulary.ts'

/** A label in the head or foot of a form and what answers it. */
export interface Entry {
  label: Span
  /** Left out for a funding line and for a label outside the vocabulary. */
  field?: Field
  isFunding: boolean
  /** One value for most labels, one a horizon for 总体目标, one a cell for a schedule; none when the answer was lost. */
  values: Value[]
  /** The figures of a line of money that stand under heads of their own: 年初预算数, 全年执行数 … */
  figures?: Partial<Record<MoneyRole, Span>>
  row: number
  column: number
}

export interface Value {
  span: Span
  repaired?: Repair
}

/** What the head or foot of a form says, and the labels that only head a group. */
export interface Head {
  entries: Entry[]
  groups: Span[]
}
