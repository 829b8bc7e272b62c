/** A printed number: 371,514,655.00. Commas are thousands marks only in groups of three. */
export const numberPattern = String.raw`(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?`

/** The number that a decimal stands for; null when JSON could not print it back digit by digit. */
export function exact(decimal: string): number | null {
  const plain = canonical(decimal)
  const number = Number(plain)
  return plain !== '' && String(number) === plain ? number : null
}

/** Move the decimal point of a decimal to the right, or to the left for negative places; no arithmetic. */
export function shift(decimal: string, places: number): string {
  const sign = decimal.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = decimal.replace(/[-+,]/gu, '').split('.')
  const left = whole.padStart(Math.max(0, -places) + 1, '0')
  const right = fraction.padEnd(Math.max(0, places), '0')
  const point = left.length + places
  const digits = left + right
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** How many digits stand behind the decimal point. */
export function fractionDigits(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0
}

function canonical(decimal: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^([-+]?)(\d*)\.?(\d*)$/u.exec(decimal.replaceAll(',', '')) ?? []
  if (whole + fraction === '') return ''
  const integer = whole.slice(Math.max(0, whole.search(/[1-9]/u))).replace(/^0+$/u, '0') || '0'
  const part = trimZeros(fraction)
  const plain = part ? `${integer}.${part}` : integer
  return sign === '-' && plain !== '0' ? `-${plain}` : plain
}

function trimZeros(fraction: string): string {
  let end = fraction.length
  while (fraction.charAt(end - 1) === '0') end--
  return fraction.slice(0, end)
}
