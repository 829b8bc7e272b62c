/** The answer to a question in SQL: its columns, and its rows some at a time. */
export interface Answer {
  columns: AnswerColumn[]
  rows: AsyncIterable<Cell[][]>
}

export interface AnswerColumn {
  name: string
  isNumber: boolean
}

/** A value: what is shown of it, nothing for NULL, and its JSON. Both have every digit. */
export interface Cell {
  text: string | undefined
  json: string
}

/** How an answer is written: for spreadsheets, and how many columns a terminal has. */
export interface Manner {
  excel: boolean
  room: number | undefined
}

/** Writes an answer piece by piece. */
export type AnswerWriter = (answer: Answer, manner: Manner) => AsyncIterable<string>
