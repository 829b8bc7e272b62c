/** A count as the list format of Word (ST_NumberFormat, ECMA-376 Part 1, 17.18.59) prints it; unknown formats as digits. */
export function numeral(count: number, format: string): string {
  return (formats[format] ?? String)(count)
}

const digits = '〇一二三四五六七八九'
const formal = '零壹贰叁肆伍陆柒捌玖'

const formats: Record<string, (count: number) => string> = {
  none: () => '',
  decimalZero: (count) => String(count).padStart(2, '0'),
  upperRoman: (count) => roman(count).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (count) => letter(count).toUpperCase(),
  lowerLetter: letter,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  chineseLegalSimplified: (count) => spell(count, formal, '拾佰仟'),
  ideographDigital: (count) => Array.from(String(count), (digit) => digits[Number(digit)] ?? digit).join(''),
  ideographTraditional: (count) => among('甲乙丙丁戊己庚辛壬癸', count),
  ideographZodiac: (count) => among('子丑寅卯辰巳午未申酉戌亥', count),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  decimalEnclosedCircle: (count) => enclosed(count, 0x2460),
  decimalEnclosedCircleChinese: (count) => enclosed(count, 0x2460),
  decimalEnclosedParen: (count) => enclosed(count, 0x2474),
  decimalEnclosedFullstop: (count) => enclosed(count, 0x2488),
}

function chinese(count: number): string {
  return spell(count, digits, '十百千').replace(/^一十/u, '十')
}

// 105 is 一百〇五: a run of zeros between digits is one zero, zeros at the end are none.
function spell(count: number, digits: string, units: string): string {
  if (count < 1 || count > 9999) return String(count)
  const places = Array.from(String(count), Number)
  const zero = digits[0] ?? ''
  const spelt = places.map((digit, at) =>
    digit === 0 ? zero : `${digits[digit]}${units[places.length - 2 - at] ?? ''}`,
  )
  return spelt
    .join('')
    .replace(/([〇零])\1+/gu, '$1')
    .replace(/[〇零]$/u, '')
}

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count)
  const parts: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let left = count
  return parts
    .map(([value, sign]) => {
      const times = Math.floor(left / value)
      left -= times * value
      return sign.repeat(times)
    })
    .join('')
}

// After z come aa, bb, …
function letter(count: number): string {
  if (count < 1 || count > 780) return String(count)
  return String.fromCharCode(0x61 + ((count - 1) % 26)).repeat(Math.ceil(count / 26))
}

function among(signs: string, count: number): string {
  return signs[count - 1] ?? String(count)
}

function wide(count: number): string {
  return String(count).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

function enclosed(count: number, first: number): string {
  return count >= 1 && count <= 20 ? String.fromCodePoint(first + count - 1) : String(count)
}
