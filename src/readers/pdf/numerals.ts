/** A line with the numbers that may count pages in plain figures: full-width ones, Roman numerals, 第一页 and — 二 —. */
export function inFigures(text: string): string {
  return text
    .replace(/[０-９]/gu, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0))
    .replace(roman, (numeral) => String(romanValue(numeral.toUpperCase())))
    .replace(chinese, (numeral) => String(chineseValue(numeral)))
}

// Where they stand alone.
const roman = /(?<=^[\s·—–-]{0,3})[ivxlc]{1,7}(?=[\s·—–-]{0,3}$)/iu

const chinese =
  /(?<=[第共]\s{0,3})[一二三四五六七八九十百零〇]{1,7}(?=\s{0,3}页)|(?<=^\s{0,3}[—–-]\s{0,3})[一二三四五六七八九十百零〇]{1,7}(?=\s{0,3}[—–-]\s{0,3}$)/gu

const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

function romanValue(numeral: string): number {
  const values = [...numeral].map((letter) => romanDigits[letter] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

const chineseDigits = '零一二三四五六七八九'

// Up to 999: each digit counts as many as the unit after it, and 十 alone is 10.
function chineseValue(numeral: string): number {
  let [sum, digit] = [0, 0]
  for (const character of numeral.replace('〇', '零')) {
    const unit = { 十: 10, 百: 100 }[character]
    if (unit) sum += Math.max(digit, 1) * unit
    digit = unit ? 0 : chineseDigits.indexOf(character)
  }
  return sum + digit
}
