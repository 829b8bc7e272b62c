import { mkdirSync, writeFileSync } from 'node:fs'
import { captionCases } from './caption-cases.ts'
import { pageEndCases } from './page-end-cases.ts'
import { paintCases } from './paint-cases.ts'
import { drawnPdf, fill, firstObject, grid, hex, lines, rule, stream, text } from './pdf.ts'
import { unruledCases } from './unruled-cases.ts'

const xs = [50, 150, 250, 350]
const filler = '各单位应当按照规定的时间和要求报送本单位的绩效目标并对其真实性和完整性负责'

/** The PDFs in fixtures/readers/pdf, by the name of the case; `node test/pdf-cases.ts` writes them. */
export const pdfCases: Record<string, Uint8Array> = {
  'merged-cells': drawnPdf([
    {
      content:
        rule(50, 250, 350, 250) +
        rule(150, 220, 350, 220) +
        rule(50, 190, 350, 190) +
        rule(50, 160, 350, 160) +
        rule(50, 250, 50, 160) +
        rule(350, 250, 350, 160) +
        rule(150, 250, 150, 190) +
        rule(250, 220, 250, 160) +
        text(60, 215, 12, '两行') +
        text(200, 230, 12, '两列') +
        text(160, 200, 12, '甲') +
        text(260, 200, 12, '乙') +
        text(60, 170, 12, '左两列') +
        text(260, 170, 12, ''),
    },
  ]),
  'thin-fills': drawnPdf([
    {
      content:
        xs.map((x) => fill(x, 160, 0.96, 90)).join('') +
        [250, 205, 160].map((y) => fill(50, y, 300.96, 0.96)).join('') +
        six(225, 180),
    },
  ]),
  'short-segments': drawnPdf([
    {
      content:
        xs.flatMap((x) => steps(160, 250, 15).map((y) => rule(x, y, x, y + 14.4))).join('') +
        [250, 205, 160].flatMap((y) => steps(50, 350, 10).map((x) => rule(x, y, x + 9.2, y))).join('') +
        six(225, 180),
    },
  ]),
  'dotted-and-dashed': drawnPdf([
    {
      content: `[3 2] 0 d\n${xs.map((x) => rule(x, 250, x, 160)).join('')}[] 0 d\n${[250, 205, 160]
        .flatMap((y) => steps(50, 350, 2).map((x) => fill(x, y, 1, 1)))
        .join('')}${six(225, 180)}`,
    },
  ]),
  'double-rules': drawnPdf([
    {
      content:
        grid([50, 150, 250, 350], [250, 205, 160]) +
        grid([52.4, 347.6], [247.6, 162.4]) +
        rule(52, 202.5, 348, 202.5) +
        six(225, 180),
    },
  ]),
  'white-rules': drawnPdf([
    {
      content: `${grid(xs, [250, 205, 160])}1 1 1 RG\n${rule(150, 248, 150, 207)}0 0 0 RG\n${text(100, 225, 12, '一格')}${text(260, 225, 12, '乙')}${text(60, 180, 12, '丙')}${text(160, 180, 12, '丁')}${text(260, 180, 12, '戊')}`,
    },
  ]),
  shading: drawnPdf([
    {
      content: `${fill(50, 205, 300, 45, '0.8 0.9 1')}${fill(150, 160, 100, 45, '1 0.9 0.8')}${grid(xs, [250, 205, 160])}${six(225, 180)}`,
    },
  ]),
  'open-sides': drawnPdf([
    {
      content:
        [250, 205, 160].map((y) => rule(50, y, 350, y)).join('') +
        rule(150, 250, 150, 160) +
        rule(250, 250, 250, 160) +
        six(225, 180),
    },
  ]),
  'rules-that-miss': drawnPdf([
    {
      content:
        rule(48, 250, 352, 250.4) +
        rule(51.5, 205, 348, 205) +
        rule(47, 160, 356, 160) +
        rule(50, 251.5, 50, 158) +
        rule(150, 248.2, 150, 161.5) +
        rule(250, 256, 250, 154) +
        rule(350, 250, 350, 160) +
        six(225, 180),
    },
  ]),
  'over-page-end': drawnPdf([
    {
      content:
        lines(50, 270, 12, ['项目一览']) +
        grid([50, 90, 350], [250, 220, 30]) +
        rule(130, 250, 130, 30) +
        text(55, 230, 12, '分类') +
        text(95, 230, 12, '名称') +
        text(135, 230, 12, '说明') +
        text(55, 120, 12, '产出') +
        text(95, 206, 12, '质量') +
        lines(
          132,
          206,
          12,
          steps(0, 10, 1).map((row) => filler.slice(row, row + 18)),
          17,
        ) +
        text(195, 10, 9, '- 1 -'),
    },
    {
      content:
        grid([50, 90, 350], [280, 220]) +
        rule(130, 280, 130, 220) +
        rule(90, 250, 350, 250) +
        lines(132, 266, 12, ['继续到下一页为止。'], 17) +
        text(95, 230, 12, '时效') +
        text(135, 230, 12, '按时') +
        text(195, 10, 9, '- 2 -'),
    },
    { content: `${text(50, 250, 12, '以下没有表格。')}${text(195, 10, 9, '- 3 -')}` },
  ]),
  'header-row-repeated': drawnPdf(
    [0, 1].map((page) => ({
      content: `${grid(xs, [280, 250, 150, 40])}${header()}${lines(60, 200, 12, [`第${page + 1}页甲`])}${lines(160, 200, 12, ['一'])}${lines(260, 200, 12, [`${page + 1}00`])}${lines(60, 90, 12, [`第${page + 1}页乙`])}${lines(260, 90, 12, ['50'])}`,
    })),
  ),
  'row-pushed-over-page-end': drawnPdf([
    {
      content:
        [50, 350].map((x) => rule(x, 280, x, 20)).join('') +
        rule(130, 280, 130, 20) +
        rule(230, 280, 230, 220) +
        rule(50, 280, 350, 280) +
        rule(50, 250, 350, 250) +
        rule(130, 220, 350, 220) +
        header([55, 135, 235], 260) +
        text(55, 180, 12, '产出') +
        text(135, 230, 12, '数量') +
        text(235, 230, 12, '3'),
    },
    {
      content:
        [50, 350].map((x) => rule(x, 290, x, 170)).join('') +
        rule(130, 290, 130, 170) +
        rule(230, 290, 230, 170) +
        [290, 260].map((y) => rule(130, y, 350, y)).join('') +
        rule(50, 212, 130, 212) +
        [200, 170].map((y) => rule(50, y, 350, y)).join('') +
        text(135, 270, 12, '质量') +
        text(235, 270, 12, '4') +
        text(135, 230, 12, '时效') +
        text(235, 230, 12, '5') +
        text(55, 180, 12, '效益') +
        text(135, 180, 12, '社会') +
        text(235, 180, 12, '6'),
    },
  ]),
  'label-past-page-end': drawnPdf([
    {
      content:
        grid([50, 80, 200, 350], [280, 250, 215, 180]) +
        lines(60, 204, 12, [...'绩效指标'], 14) +
        ['名称', '说明'].map((label, at) => text(90 + at * 120, 262, 12, label)).join('') +
        ['一次', '两次'].map((one, at) => text(90 + at * 120, 225, 12, one)).join('') +
        ['三次', '四次'].map((one, at) => text(90 + at * 120, 190, 12, one)).join(''),
    },
    { content: grid([50, 80, 200, 350], [280, 250]) + text(90, 262, 12, '五次') + text(210, 262, 12, '六次') },
  ]),
  'label-through-page': drawnPdf([
    {
      content:
        grid([50, 90, 200, 350], [280, 250]).replace(rule(50, 250, 350, 250), rule(90, 250, 350, 250)) +
        [50, 90, 200, 350].map((x) => rule(x, 250, x, 20)).join('') +
        rule(90, 20, 350, 20) +
        rule(90, 135, 350, 135) +
        ['绩效', '数量', '质量'].map((label, at) => text([55, 95, 205][at] ?? 0, 260, 12, label)).join('') +
        text(95, 190, 12, '一次') +
        text(205, 190, 12, '两次') +
        text(95, 70, 12, '三次') +
        text(205, 70, 12, '四次'),
    },
    {
      content:
        [50, 90, 200, 350].map((x) => rule(x, 280, x, 220)).join('') +
        [280, 250, 220].map((y) => rule(90, y, 350, y)).join('') +
        text(55, 246, 12, '目标') +
        ['五次', '六次', '七次', '八次']
          .map((one, at) => text(at % 2 ? 205 : 95, at < 2 ? 260 : 230, 12, one))
          .join(''),
    },
  ]),
  'rows-held-together': drawnPdf([
    { content: grid([50, 150, 350], [280, 240, 200]) + text(60, 255, 12, '项目名称') + text(60, 215, 12, '主管部门') },
    {
      content:
        [50, 100, 150, 350].map((x) => rule(x, 280, x, 80)).join('') +
        [280, 80].map((y) => rule(50, y, 350, y)).join('') +
        [240, 200, 160, 120].map((y) => rule(100, y, 350, y)).join('') +
        text(60, 180, 12, '指标') +
        steps(0, 5, 1)
          .map((row) => text(110, 255 - row * 40, 12, '甲乙丙丁戊'.charAt(row)))
          .join(''),
    },
  ]),
  'label-over-page-end': drawnPdf([
    {
      content:
        grid([50, 120, 220, 350], [280, 250, 80]) +
        [50, 120, 220, 350].map((x) => rule(x, 80, x, 20)).join('') +
        rule(120, 20, 350, 20) +
        ['指标', '名称', '值'].map((label, at) => text([55, 125, 225][at] ?? 0, 260, 12, label)).join('') +
        ['时效指标', '完成时间', '年底前'].map((one, at) => text([55, 125, 225][at] ?? 0, 160, 12, one)).join('') +
        ['成本指标', '道路单价', '一万元']
          .map((one, at) => text([55, 125, 225][at] ?? 0, at ? 45 : 14, 12, one))
          .join(''),
    },
    {
      content:
        [50, 120, 220, 350].map((x) => rule(x, 280, x, 200)).join('') +
        rule(120, 280, 350, 280) +
        [240, 200].map((y) => rule(50, y, 350, y)).join('') +
        ['成本指标', '桥梁单价', '两万元']
          .map((one, at) => text([55, 125, 225][at] ?? 0, at ? 255 : 274, 12, one))
          .join('') +
        ['效益指标', '出行', '方便'].map((one, at) => text([55, 125, 225][at] ?? 0, 215, 12, one)).join(''),
    },
  ]),
  'open-sides-over-page-end': drawnPdf([
    {
      content:
        [280, 250, 80].map((y) => rule(50, y, 350, y)).join('') +
        rule(120, 50, 350, 50) +
        [120, 220].map((x) => rule(x, 280, x, 20)).join('') +
        ['名称', '单位', '备注'].map((label, at) => text([55, 125, 225][at] ?? 0, 260, 12, label)).join('') +
        ['道路', '甲局', '无'].map((one, at) => text([55, 125, 225][at] ?? 0, 160, 12, one)).join('') +
        ['桥梁', '乙局', '三座'].map((one, at) => text([55, 125, 225][at] ?? 0, 60, 12, one)).join('') +
        ['丙局', '两座，去年完成一座，'].map((one, at) => text([125, 225][at] ?? 0, 35, 12, one)).join(''),
    },
    {
      content:
        [200, 170].map((y) => rule(50, y, 350, y)).join('') +
        rule(120, 240, 350, 240) +
        [120, 220].map((x) => rule(x, 280, x, 170)).join('') +
        text(225, 265, 12, '另一座在建') +
        ['丁局', '一座'].map((one, at) => text([125, 225][at] ?? 0, 215, 12, one)).join('') +
        ['合计', '', '六座'].map((one, at) => text([55, 125, 225][at] ?? 0, 180, 12, one)).join(''),
    },
  ]),
  'open-side-with-one-rule': drawnPdf([
    {
      content:
        [250, 205].map((y) => rule(120, y, 350, y)).join('') +
        rule(50, 160, 350, 160) +
        [120, 220, 350].map((x) => rule(x, 250, x, 160)).join('') +
        text(60, 200, 12, '桥梁') +
        ['甲局', '三座', '乙局', '两座']
          .map((one, at) => text([125, 225][at % 2] ?? 0, at < 2 ? 225 : 180, 12, one))
          .join(''),
    },
  ]),
  'row-cut-beside-late-label': drawnPdf([
    {
      content:
        grid([50, 120, 220, 350], [280, 250]) +
        rule(50, 20, 350, 20) +
        rule(120, 60, 350, 60) +
        [50, 120, 220, 350].map((x) => rule(x, 250, x, 20)).join('') +
        ['指标', '名称', '值'].map((label, at) => text([55, 125, 225][at] ?? 0, 260, 12, label)).join('') +
        ['道路养护里程', '十公里'].map((one, at) => text([125, 225][at] ?? 0, 150, 12, one)).join('') +
        ['公园养护合格率不', '百分之百'].map((one, at) => text([122, 225][at] ?? 0, 28, 12, one)).join(''),
    },
    {
      content:
        grid([50, 120, 220, 350], [280, 160]) +
        rule(120, 220, 350, 220) +
        text(55, 215, 12, '数量指标') +
        text(122, 262, 12, '合格的处数') +
        ['桥梁养护座数', '两座'].map((one, at) => text([125, 225][at] ?? 0, 190, 12, one)).join(''),
    },
  ]),
  'line-on-both-pages': drawnPdf([
    {
      content:
        grid([50, 120, 220], [280, 150, 20]) +
        ['道路', '养护'].map((one, at) => text([60, 125][at] ?? 0, 210, 12, one)).join('') +
        text(60, 80, 12, '桥梁') +
        lines(122, 34, 12, ['检测三十座桥梁并', '加固其中的八座和'], 16),
    },
    {
      content:
        grid([50, 120, 220], [280, 200, 150]) +
        lines(122, 272, 12, ['加固其中的八座和', '两座人行桥'], 16) +
        ['隧道', '维修'].map((one, at) => text([60, 125][at] ?? 0, 170, 12, one)).join(''),
    },
  ]),
  'footnote-at-page-end': drawnPdf([
    {
      content:
        grid([50, 150, 350], [280, 200, 120, 50]) +
        ['道路', '桥梁', '隧道']
          .map((one, at) => text(60, 240 - at * 78, 12, one) + text(160, 240 - at * 78, 12, `${at + 1}处`))
          .join('') +
        text(50, 30, 9, '注：本表由业务科室填报。'),
    },
    { content: `${grid([50, 150, 350], [280, 200])}${text(60, 240, 12, '涵洞')}${text(160, 240, 12, '4处')}` },
  ]),
  'tab-for-space': drawnPdf(
    [{ content: 'BT /T 12 Tf 50 250 Td (A B) Tj ET\n', fonts: `/T ${firstObject} 0 R` }],
    [
      `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode ${firstObject + 1} 0 R >>`,
      stream(
        '/CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange\n' +
          '3 beginbfchar <20> <0009> <41> <0041> <42> <0042> endbfchar',
      ),
    ],
  ),
  'wrap-after-slash': drawnPdf([
    {
      content: `${grid([50, 120, 300], [250, 195])}${text(55, 220, 12, '奖励')}${lines(122, 233, 12, ['每户奖励3万元/', '户，', '村集体1万元/村'])}`,
    },
  ]),
  'figures-parted': drawnPdf([
    {
      content: `${grid([50, 120, 220], [250, 205])}${lines(52, 233, 12, ['每年 7 月 3', '1 日前'])}${lines(122, 233, 12, ['共 1500', '30 家'])}`,
    },
  ]),
  'figure-parted-before-comma': drawnPdf([
    {
      content: `${grid([50, 134, 220], [250, 205])}${lines(52, 233, 12, ['亮灯数达到9', '5，超额'])}${text(139, 222, 12, '12家')}`,
    },
  ]),
  'two-forms-alike': drawnPdf(
    ['道路养护', '桥梁检测'].map((name) => ({
      content: `${grid([50, 150, 350], [280, 200, 120, 40])}${text(60, 240, 12, '项目名称')}${text(160, 240, 12, name)}${text(60, 160, 12, '主管部门')}${text(160, 160, 12, '交通运输局')}${text(60, 80, 12, '实施单位')}${text(160, 80, 12, `${name}中心`)}`,
    })),
  ),
  'side-by-side': drawnPdf([
    {
      content: `${grid([40, 110, 180], [250, 220, 190])}${grid([220, 290, 360], [250, 220, 190])}${text(45, 230, 12, '左一')}${text(115, 230, 12, '左二')}${text(45, 200, 12, '左三')}${text(225, 230, 12, '右一')}${text(295, 230, 12, '右二')}${text(225, 200, 12, '右三')}${text(40, 160, 12, '表下的一段。')}`,
    },
  ]),
  'nested-table': drawnPdf([
    {
      content: `${grid([50, 150, 350], [250, 100])}${grid([170, 250, 330], [220, 180, 140])}${text(60, 170, 12, '外')}${text(160, 232, 12, '外表的字')}${text(180, 195, 12, '内一')}${text(260, 195, 12, '内二')}${text(180, 155, 12, '内三')}`,
    },
  ]),
  'turned-page': drawnPdf([{ content: `${grid(xs, [250, 205, 160])}${six(225, 180)}`, entries: '/Rotate 90' }]),
  'turned-table': drawnPdf([
    {
      content: `q 0 1 -1 0 350 0 cm\n${grid([50, 130, 210, 290], [300, 205, 160])}${text(60, 225, 12, '甲')}${text(140, 225, 12, '乙')}${text(220, 225, 12, '丙')}${text(60, 180, 12, '丁')}${text(140, 180, 12, '戊')}${text(220, 180, 12, '己')}Q\n${text(190, 10, 9, '7')}`,
    },
  ]),
  'crop-box': drawnPdf([
    {
      content: `${grid(xs, [250, 205, 160])}${six(225, 180)}${text(60, 20, 12, '裁去')}`,
      entries: '/CropBox [40 100 390 290]',
    },
  ]),
  'form-in-form': drawnPdf(
    [{ content: 'q 2 0 0 2 0 0 cm /A Do Q\n', resources: `/XObject << /A ${firstObject} 0 R >>` }],
    [
      stream(
        'q 0.5 0 0 0.5 10 5 cm /B Do Q',
        `/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /XObject << /B ${firstObject + 1} 0 R >> >>`,
      ),
      stream(
        `${grid(xs, [250, 205, 160])}${six(225, 180)}`,
        '/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Matrix [1 0 0 1 -10 -5] /Resources << /Font << /F 3 0 R >> >>',
      ),
    ],
  ),
  'text-sticks-out': drawnPdf([
    {
      content: `${grid([50, 110, 170, 350], [250, 205, 160])}${text(55, 225, 12, '比格子宽的字')}${text(130, 225, 12, '')}${text(175, 225, 12, '己')}${text(53, 180, 12, '1234567890')}${text(110.2, 180, 12, '98765')}${text(180, 180, 12, '末')}`,
    },
  ]),
  'vertical-labels': drawnPdf([
    {
      content: `${grid([50, 80, 120, 350], [250, 150])}${lines(58, 225, 12, ['绩', '效', '目', '标'], 16)}${['年', '度', '总', '体', '目'].map((one, at) => text(102, 228 - at * 14, 12, one)).join('')}${text(86, 228, 12, '标')}${text(200, 170, 12, '向上', '0 1 -1 0')}`,
    },
  ]),
  'boxes-to-tick': drawnPdf([
    {
      content: `${grid([50, 150, 350], [250, 205, 160])}${text(60, 225, 12, '项目属性')}160 224 10 10 re S\n${text(161, 225, 8, '√')}${text(174, 225, 12, '经常性')}230 224 10 10 re S\n${text(244, 225, 12, '一次性')}${text(60, 180, 12, '备注')}${grid([300, 310, 320], [120, 110, 100])}`,
    },
  ]),
  'mirrored-margins': drawnPdf(
    [60, 30].map((x, page) => ({
      content: `${grid([x, x + 90, x + 300], [280, 160, 40])}${text(x + 10, 210, 12, page === 0 ? '名称' : '数量')}${text(x + 100, 210, 12, page === 0 ? '道路' : '三条')}${text(x + 10, 90, 12, page === 0 ? '地点' : '时间')}${text(x + 100, 90, 12, page === 0 ? '城东' : '年底')}`,
    })),
  ),
  'vertical-font': drawnPdf(
    [
      {
        content: `${grid([50, 90, 130, 350], [280, 200])}BT /V 12 Tf 1 0 0 1 70 272 Tm <${hex('绩效指标')}> Tj ET\nBT /V 12 Tf 1 0 0 1 118 272 Tm <${hex('年度总体')}> Tj ET\nBT /V 12 Tf 1 0 0 1 102 272 Tm <${hex('目标')}> Tj ET\n${text(140, 235, 12, '横排的字')}${text(140, 217, 12, '还有一行')}`,
        fonts: `/V ${firstObject} 0 R`,
      },
    ],
    ['<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-V /DescendantFonts [4 0 R] >>'],
  ),
  'wrap-or-paragraph': drawnPdf([
    {
      content: `${grid([50, 190, 350], [280, 150])}${lines(53, 262, 12, [filler.slice(0, 11), filler.slice(11, 22), '到此为止。', '另起一段。'], 18)}${lines(193, 262, 12, ['批发:3万元/家', '零售:5万元/家', 'a performance budget', 'report of 2021', '年'], 18)}`,
    },
  ]),
  'bold-by-printing-twice': drawnPdf([
    {
      content: `${text(50, 250, 12, '加粗标题')}${text(50.4, 250, 12, '加粗标题')}2 Tr 0.3 w\n${text(50, 220, 12, '描边加粗')}0 Tr\n${text(50, 190, 12, '人人为人')}`,
    },
  ]),
  'hidden-text': drawnPdf([
    {
      content: `${text(50, 270, 12, '看得见')}3 Tr\n${text(50, 240, 12, '不着墨')}0 Tr\n1 1 1 rg\n${text(50, 210, 12, '白上白')}0 0 0 rg\n${fill(50, 170, 100, 20, '0 0 0.6')}1 1 1 rg\n${text(55, 175, 12, '深底白字')}0 0 0 rg\nq 50 140 40 14 re W n\n${text(50, 142, 12, '剪掉一半的字在这里')}Q\n${text(50, 100, 12, '盖住的字')}${fill(45, 95, 100, 20, '1 1 1')}${text(500, 100, 12, '页外')}`,
    },
  ]),
  'hidden-layer': drawnPdf(
    [
      {
        content: `/OC /Off BDC\n${text(50, 250, 12, '关闭的图层')}EMC\n/OC /On BDC\n${text(50, 220, 12, '打开的图层')}EMC\n`,
        resources: `/Properties << /Off ${firstObject} 0 R /On ${firstObject + 1} 0 R >>`,
      },
    ],
    ['<< /Type /OCG /Name (Off) >>', '<< /Type /OCG /Name (On) >>'],
    `/OCProperties << /OCGs [${firstObject} 0 R ${firstObject + 1} 0 R] /D << /OFF [${firstObject} 0 R] >> >>`,
  ),
  'watermark-and-seal': drawnPdf(
    [0, 1].map((page) => ({
      content: `0.85 0.85 0.85 rg\n${text(90, 110, 40, '内部资料', '0.8 0.6 -0.6 0.8')}0 0 0 rg\n${grid(xs, [250, 205, 160])}${six(225, 180)}1 0 0 rg\n${ring(260, 190, 40, '某某市财政局印章')}${text(235, 186, 10, '专用章')}0 0 0 rg\n${text(60, 130, 12, page === 0 ? '第一页的说明。' : '第二页的说明。')}`,
    })),
  ),
  'running-heads': drawnPdf(
    ['项目支出情况', '项目绩效目标', '名词解释'].map((title, page) => ({
      content: `${text(150, 285, 9, '某某局部门预算')}${text(50, 240, 12, title)}${text(50, 210, 12, `本页共有${page + 3}个项目。`)}${text(170, 12, 9, `第 ${page + 1} 页 共 3 页`)}`,
    })),
  ),
  'titles-between-tables': drawnPdf([
    {
      content: [270, 130]
        .map(
          (y) =>
            `${text(165, y, 10, '项目绩效目标表')}${text(170, y - 20, 10, '（2024年度）')}${grid(xs, [y - 30, y - 50, y - 70])}${text(55, y - 44, 9, '项目名称')}`,
        )
        .join(''),
    },
  ]),
  'letter-spacing': drawnPdf([
    {
      content: `${text(50, 270, 12, '项　目 名  称')}6 Tc\n${text(50, 240, 12, '字距加宽')}${text(50, 210, 12, 'wide')}0 Tc\nBT /H 12 Tf 50 180 Td [(budget) -600 (report) -20 (s) -600 (2024)] TJ ET\nBT /H 12 Tf 50 150 Td [(Name:) -3000 (Li) ] TJ ET\n`,
    },
  ]),
  'radicals-and-ligatures': drawnPdf([
    { content: lines(50, 260, 12, ['⼈⺠⽣活⽔平提⾼', '⻓期⻛险⻅效', '㎡²①％０', '〈豈〉ﬁ', '3\u2215场1\u301c2']) },
  ]),
  'unmapped-glyphs': drawnPdf(
    [
      {
        content: `${text(50, 260, 12, '增长\uf0b3百分之五')}BT /U 12 Tf 50 220 Td <000300240A1B0C2211a8> Tj ET\n`,
        fonts: `/U ${firstObject} 0 R`,
      },
    ],
    [
      `<< /Type /Font /Subtype /Type0 /BaseFont /Unknown /Encoding /Identity-H /DescendantFonts [${firstObject + 1} 0 R] >>`,
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unknown /FontDescriptor 5 0 R /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
    ],
  ),
  'unmapped-glyphs-of-one-byte': drawnPdf(
    [
      {
        content:
          'BT /S 12 Tf 50 260 Td <0102030405060708091011121314153132> Tj ET\n' +
          'BT /W 12 Tf 50 240 Td <80828384868788898b9b31> Tj ET\n' +
          'BT /H 12 Tf 50 220 Td (Plain text \\223quoted\\224) Tj ET\n',
        fonts: `/S ${firstObject} 0 R /W ${firstObject + 1} 0 R`,
      },
    ],
    [
      '<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Unknown /FirstChar 0 /LastChar 0 /Widths [500] /FontDescriptor 5 0 R >>',
      '<< /Type /Font /Subtype /TrueType /BaseFont /BBBBBB+Unknown /Encoding /WinAnsiEncoding /FirstChar 0 /LastChar 0 /Widths [500] /FontDescriptor 5 0 R >>',
    ],
  ),
  'picture-only': drawnPdf(
    [
      { content: 'q 300 0 0 200 50 50 cm /I Do Q', resources: `/XObject << /I ${firstObject} 0 R >>` },
      { content: text(50, 200, 12, '第二页有字。') },
    ],
    [stream('\u0080', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8')],
  ),
  'page-border': drawnPdf([
    {
      content: `20 20 360 260 re S\n${text(50, 250, 12, '边框里的一段话。')}${grid(xs, [220, 180, 140])}${six(195, 155)}`,
    },
  ]),
  'paragraph-over-page-end': drawnPdf([
    {
      content: lines(
        50,
        270,
        12,
        [`　　${filler.slice(0, 22)}`, filler.slice(0, 24), filler.slice(5, 29), filler.slice(2, 26)],
        20,
      ),
    },
    {
      content: lines(
        50,
        270,
        12,
        ['上一页的末句到此。', `　　另一段从这里开始${filler.slice(0, 13)}`, '也有两行。'],
        20,
      ),
    },
  ]),
  superscript: drawnPdf([
    { content: `${text(50, 250, 12, '面积 120 m')}${text(108, 255, 7, '2')}${text(114, 250, 12, '，单价 3 元')}` },
  ]),
  ...captionCases,
  ...pageEndCases,
  ...paintCases,
  ...unruledCases,
}

if (import.meta.main) {
  for (const [name, bytes] of Object.entries(pdfCases)) {
    mkdirSync(`fixtures/readers/pdf/${name}`, { recursive: true })
    writeFileSync(`fixtures/readers/pdf/${name}/input.pdf`, bytes)
  }
}

function six(upper: number, lower: number): string {
  return [...'甲乙丙丁戊己'].map((one, at) => text((xs[at % 3] ?? 0) + 10, at < 3 ? upper : lower, 12, one)).join('')
}

function header(places = xs.map((x) => x + 10), y = 260): string {
  return ['名称', '数量', '金额'].map((label, at) => text(places[at] ?? 0, y, 12, label)).join('')
}

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.round((to - from) / by) }, (_, index) => from + index * by)
}

// Characters round a circle, each upright towards its middle.
function ring(x: number, y: number, radius: number, printed: string): string {
  return [...printed]
    .map((one, at) => {
      const angle = Math.PI * (1 - at / (printed.length - 1))
      const [sine, cosine] = [Math.sin(angle - Math.PI / 2), Math.cos(angle - Math.PI / 2)].map((part) =>
        part.toFixed(4),
      )
      const [left, bottom] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)].map((part) => part.toFixed(2))
      return `BT /F 10 Tf ${cosine} ${sine} ${-Number(sine)} ${cosine} ${left} ${bottom} Tm <${hex(one)}> Tj ET\n`
    })
    .join('')
}
