/** A line of a text file, without white space at its ends when it is no table row. */
export interface Line {
  /** Counted from 1. */
  number: number
  text: string
  isBlank: boolean
  /** Holds tabs between, before or after its fields. */
  isRow: boolean
}

/** The lines of a text; all three line ends of Unix, Windows and old Macs count. */
export function toLines(text: string): Line[] {
  return text.split(/\r\n|\n|\r/u).map((line, index) => {
    const isBlank = line.trim() === ''
    const isRow = line.includes('\t') && !isBlank
    return { number: index + 1, text: isRow ? line : line.trim(), isBlank, isRow }
  })
}
