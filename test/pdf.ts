/** One page of a PDF made for a test. */
export interface PageSource {
  content: string
  /** Width and height. */
  size?: [width: number, height: number]
  /** Further entries of the page, of its fonts and of its resources. */
  entries?: string
  fonts?: string
  resources?: string
}

/** Assembles a PDF, the same bytes each time; `more` are further objects, the first numbered `firstObject`. */
export function drawnPdf(pages: PageSource[], more: string[] = [], catalog = ''): Uint8Array {
  const first = firstObject + more.length
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ')
  return assembled([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 ' +
      '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...more,
    ...pages.flatMap((page, index) => pageObjects(page, first + 2 * index)),
  ])
}

/** The number of the first object that a case adds. */
export const firstObject = 7

/** A stream object with further entries. */
export function stream(content: string, entries = ''): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`
}

/** Text with its baseline at a height from the bottom of the page; `matrix` turns it. */
export function text(x: number, y: number, size: number, printed: string, matrix = '1 0 0 1'): string {
  return `BT /F ${size} Tf ${matrix} ${x} ${y} Tm <${hex(printed)}> Tj ET\n`
}

/** Lines of text, one below the other. */
export function lines(x: number, y: number, size: number, printed: string[], pitch = size * 1.5): string {
  return printed.map((line, index) => text(x, y - index * pitch, size, line)).join('')
}

/** A straight stroke. */
export function rule(x0: number, y0: number, x1: number, y1: number): string {
  return `${x0} ${y0} m ${x1} ${y1} l S\n`
}

/** All lines of a grid, each from side to side. */
export function grid(xs: number[], ys: number[]): string {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)]
  return xs.map((x) => rule(x, top, x, bottom)).join('') + ys.map((y) => rule(left, y, right, y)).join('')
}

/** A filled rectangle. */
export function fill(x: number, y: number, width: number, height: number, color = '0 0 0'): string {
  return `${color} rg ${x} ${y} ${width} ${height} re f 0 0 0 rg\n`
}

/** The codes of a text in UCS-2. */
export function hex(printed: string): string {
  return Array.from({ length: printed.length }, (_, at) => printed.charCodeAt(at).toString(16).padStart(4, '0')).join(
    '',
  )
}

function pageObjects(
  { content, size = [400, 300], entries = '', fonts = '', resources = '' }: PageSource,
  number: number,
) {
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] ${entries} ` +
      `/Resources << /Font << /F 3 0 R /H 6 0 R ${fonts} >> ${resources} >> /Contents ${number + 1} 0 R >>`,
    stream(content),
  ]
}

function assembled(objects: string[]): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}
