import { drawnPdf, fill, firstObject, grid, hex, rule, text } from './pdf.ts'

const xs = [50, 150, 250, 350]

const inner = rule(150, 250, 150, 160) + rule(250, 250, 250, 160) + rule(50, 205, 350, 205)

/** PDFs whose tables are painted in uncommon ways, by the name of the case. */
export const paintCases: Record<string, Uint8Array> = {
  'cells-over-dark-ground': drawnPdf([
    { content: fill(50, 160, 300, 90, '0 0 0') + cells(1, () => '1 1 1') + six(225, 180) },
  ]),
  'shaded-cells-with-gaps': drawnPdf([
    {
      content: `${cells(0.6, (row) => (row ? '0.2 0.3 0.6' : '0.85 0.9 1'))}${three(225, '甲乙丙')}1 1 1 rg\n${three(180, '丁戊己')}`,
    },
  ]),
  'shaded-lines-are-no-cells': drawnPdf([
    {
      content:
        grid([50, 150, 350], [250, 160]) +
        fill(50.5, 160.5, 99, 89, '0.9 0.9 0.9') +
        [0, 1, 2].map((line) => fill(56, 225 - line * 20, 88, 18.5, '0.9 0.9 0.9')).join('') +
        [...'一二三'].map((one, at) => text(60, 230 - at * 20, 12, one)).join('') +
        text(160, 200, 12, '四'),
    },
  ]),
  'white-rules-on-shading': drawnPdf([
    {
      content: `${fill(50, 160, 300, 90, '0.6 0.7 0.9')}1 1 1 RG 1.5 w\n${grid(xs, [250, 205, 160])}${six(225, 180)}`,
    },
  ]),
  'frame-filled-round-hole': drawnPdf([{ content: `${six(225, 180)}${inner}50 160 300 90 re 51 161 298 88 re f*\n` }]),
  'cells-filled-round-holes': drawnPdf([
    {
      content:
        xs
          .slice(0, 3)
          .flatMap((x) => [160, 205].map((y) => `${x} ${y} 100 45 re ${x + 0.5} ${y + 0.5} 99 44 re f*\n`))
          .join('') + six(225, 180),
    },
  ]),
  'rules-as-curves': drawnPdf([
    {
      content:
        xs.map((x) => `${x} 250 m ${x} 220 ${x} 190 ${x} 160 c S\n`).join('') +
        [250, 205, 160].map((y) => `50 ${y} m 150 ${y} 250 ${y} 350 ${y} c S\n`).join('') +
        six(225, 180),
    },
  ]),
  'triple-rules': drawnPdf([
    {
      content: `0.3 w\n${[-2, 0, 2]
        .map((by) =>
          grid(
            xs.map((x) => x + by),
            [250 + by, 205 + by, 160 + by],
          ),
        )
        .join('')}${six(225, 180)}`,
    },
  ]),
  'spaces-over-columns': drawnPdf([
    {
      content:
        grid(xs, [250, 205, 160]) +
        ['甲乙丙', '丁戊己'].map((row, at) => text(62, 225 - at * 45, 10, [...row].join(' '.repeat(18)))).join(''),
    },
  ]),
  'figures-wrapped-in-narrow-cells': drawnPdf([
    {
      content:
        grid([50, 72, 94, 200], [250, 220, 160]) +
        ['去年', '今年', '说明'].map((one, at) => text([51, 73, 100][at] ?? 0, 230, 10, one)).join('') +
        ['1234', '5678', '90'].map((one, at) => text(51, 205 - at * 15, 10, one)).join('') +
        ['2345', '6789', '01'].map((one, at) => text(73, 205 - at * 15, 10, one)).join('') +
        text(100, 190, 10, '两个大数'),
    },
  ]),
  'slanted-heads': drawnPdf([
    {
      content:
        grid(xs, [250, 190, 160]) +
        ['名称', '数量', '金额'].map((one, at) => text((xs[at] ?? 0) + 35, 200, 12, one, '0.7 0.7 -0.7 0.7')).join('') +
        three(170, '甲乙丙'),
    },
  ]),
  'vertical-marks': drawnPdf(
    [
      {
        content: `BT /V 12 Tf 1 0 0 1 200 272 Tm <${hex('（一）竖排，到此。')}> Tj ET\n`,
        fonts: `/V ${firstObject} 0 R`,
      },
    ],
    ['<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-V /DescendantFonts [4 0 R] >>'],
  ),
  'field-without-appearance': drawnPdf(
    [
      {
        content: grid([50, 150, 350], [250, 205]) + text(60, 225, 12, '项目名称'),
        entries: `/Annots [${firstObject} 0 R]`,
      },
    ],
    [
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V <FEFF${hex('道路养护')}> /DA (/F 12 Tf 0 g) ` +
        '/Rect [155 215 345 240] /F 4 >>',
    ],
    `/AcroForm << /Fields [${firstObject} 0 R] /NeedAppearances true /DR << /Font << /F 3 0 R >> >> >>`,
  ),
  'counted-titles': drawnPdf(
    ['收入 财政', '支出 人员', '采购 车辆'].map((labels, page) => ({
      content:
        text(50, 285, 12, `附表${page + 1}`) +
        grid([50, 150, 350], [275, 160, 40]) +
        labels
          .split(' ')
          .map((one, at) => text(60, 215 - at * 115, 12, one) + text(160, 215 - at * 115, 12, `${page}${at}`))
          .join('') +
        text(195, 12, 9, `- ${page + 1} -`),
    })),
  ),
  'page-numbers-in-other-figures': drawnPdf(
    ['i', 'ii', '１', '２'].map((number, page) => ({
      content: text(50, 250, 12, ['总则', '分则', '附则', '说明'][page] ?? '') + text(195, 12, 9, `— ${number} —`),
    })),
  ),
}

function cells(gap: number, colorOf: (row: number) => string): string {
  return xs
    .slice(0, 3)
    .flatMap((x) => [0, 1].map((row) => fill(x + gap, 160 + row * 45 + gap, 100 - gap, 45 - gap, colorOf(1 - row))))
    .join('')
}

function six(upper: number, lower: number): string {
  return three(upper, '甲乙丙') + three(lower, '丁戊己')
}

function three(y: number, printed: string): string {
  return [...printed].map((one, at) => text((xs[at] ?? 0) + 10, y, 12, one)).join('')
}
