import { Failure } from '../failure.ts'

/** Throws a Failure when `--excel` is given without the format that it is for. */
export function checkExcel(excel: boolean | undefined, isCsv: boolean): void {
  if (!excel || isCsv) return
  throw new Failure({
    zh: '--excel 只用于 CSV；请加上 --format csv。',
    en: '--excel is for CSV only; add --format csv.',
  })
}
