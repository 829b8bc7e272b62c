import type { Run } from './runs.ts'

// Labels set from top to bottom are short.
const longest = 40

/**
 * The characters of a text that is set from top to bottom in several columns, in the order of reading; undefined when
 * it is not. One column alone reads the same either way.
 */
export function columnsOf(runs: Run[]): Run[][] | undefined {
  if (runs.length < 3 || runs.length > longest || runs.some(({ glyphs }) => glyphs.length > 2)) return undefined
  const columns: Run[][] = []
  let last: Run | undefined
  for (const run of runs) {
    if (last && isBelow(last, run)) columns.at(-1)?.push(run)
    else if (!last || isNextColumn(last, run)) columns.push([run])
    else return undefined
    last = run
  }
  const isTall = (columns[0]?.length ?? 0) >= 2 && columns.length >= 2
  return isTall ? columns.flat().map((run) => [run]) : undefined
}

function isBelow(last: Run, run: Run): boolean {
  const [across, down] = [middleOf(run) - middleOf(last), run.top - last.top]
  return Math.abs(across) < run.size * 0.4 && down > run.size * 0.7 && down < run.size * 2
}

// Columns follow each other from right to left, each from the top.
function isNextColumn(last: Run, run: Run): boolean {
  const across = middleOf(last) - middleOf(run)
  return across > run.size * 0.8 && across < run.size * 2.5 && run.top < last.top - run.size * 0.5
}

function middleOf({ left, right }: Run): number {
  return (left + right) / 2
}
