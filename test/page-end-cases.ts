import { drawnPdf, grid, lines, rule, text } from './pdf.ts'

const filler = '各单位应当按照规定的时间和要求报送本单位的绩效目标并对其真实性和完整性负责'

const projects = [50, 115, 190, 270, 350]

// The names fill their column, and the figures stand at the right side of theirs.
const accounts = [50, 80, 232, 347, 390]

/** PDFs with tables that a page end cuts where rules are drawn above and below it, by the name of the case. */
export const pageEndCases: Record<string, Uint8Array> = {
  'figures-on-both-sides': drawnPdf([
    {
      content:
        grid(accounts.slice(2), [280, 240, 210, 20]) +
        [50, 80].map((x) => rule(x, x === 50 ? 280 : 260, x, 20)).join('') +
        [280, 260, 240, 210, 20].map((y) => rule(50, y, 232, y)).join('') +
        row([122, 260, 350], 264, ['科目', '合计', '结转']) +
        row([52, 130], 246, ['编码', '名称']) +
        row([60, 85, 289], 220, ['208', '社会保障和就业支出合计等', '36,918.00']) +
        row([60, 85, 271], 30, ['208', '机关事业单位养老保险缴费', '1,410,886.00']) +
        row([277, 360], 48, ['705,443.00', '50.00']),
    },
    {
      content:
        grid(accounts, [280, 250, 220]) +
        row([60, 85, 283], 260, ['208', '机关事业单位职业年金缴费', '705,443.00']) +
        row([60, 85, 289], 230, ['208', '其他养老支出', '13,260.00']),
    },
  ]),
  // Both cells of a row are full to the side, and the values of the next begin with a sign of their own.
  'values-with-signs-on-both-sides': drawnPdf([
    {
      content:
        grid([50, 150, 190], [280, 250, 20]) +
        row([55, 155], 264, ['三级指标', '指标值']) +
        lines(53, 48, 12, ['规模化供水工程覆', '盖农村人口的比例']) +
        row([152], 40, ['≥540处']),
    },
    {
      content:
        grid([50, 150, 190], [280, 240]) +
        lines(53, 268, 12, ['水源保护区的标志', '标牌设置数量']) +
        row([152], 260, ['≥630处']),
    },
  ]),
  'paragraphs-on-their-head': drawnPdf([
    {
      entries: '/Rotate 180',
      content: lines(50, 250, 12, [
        `${filler.slice(0, 19)}，合格`,
        '98765.5%以上的给予奖励。',
        filler.slice(0, 25),
        filler.slice(10, 35),
      ]),
    },
  ]),
  'row-cut-beside-label-printed-again': drawnPdf([
    {
      content:
        grid([50, 120, 350], [280, 250, 20]) +
        row([55, 125], 260, ['名称', '图书采购']) +
        text(55, 130, 12, '总体目标') +
        lines(
          124,
          236,
          12,
          Array.from({ length: 12 }, (_, at) => filler.slice(at, at + 18)),
        ),
    },
    {
      content:
        grid([50, 120, 350], [280, 220, 190]) +
        text(55, 245, 12, '总体目标') +
        lines(124, 266, 12, [filler.slice(1, 19), '到这里为止。']) +
        row([55, 125], 200, ['负责人', '王一']),
    },
  ]),
  'stacked-label-cut-round-another': drawnPdf([
    {
      content:
        stepped([280, 190], [250], [220]) +
        row([85, 155, 225], 260, ['一级', '名称', '指标值']) +
        lines(60, 262, 12, [...'长期绩效']) +
        text(85, 215, 12, '产出') +
        row([155, 225], 230, ['里程', '十公里']) +
        row([155, 225], 200, ['座数', '两座']),
    },
    {
      content:
        stepped([280, 160], [220, 190], [250]) +
        lines(60, 230, 12, [...'指标']) +
        row([155, 225], 260, ['时间', '年底']) +
        row([155, 225], 230, ['单价', '一元']) +
        row([85, 155, 225], 200, ['效益', '出行', '方便']) +
        row([85, 155, 225], 170, ['满意度', '居民', '满意']),
    },
  ]),
  'stacked-label-printed-again-in-part': drawnPdf([
    {
      content:
        stepped([280, 190], [250], [220]) +
        row([85, 155, 225], 260, ['一级', '名称', '指标值']) +
        lines(60, 262, 12, [...'绩效指标']) +
        text(85, 215, 12, '产出') +
        row([155, 225], 230, ['里程', '十公里']) +
        row([155, 225], 200, ['座数', '两座']),
    },
    {
      content:
        stepped([280, 240], [], []) +
        lines(60, 266, 12, [...'绩效'], 14) +
        row([85, 155, 225], 256, ['满意度', '居民', '满意']),
    },
  ]),
  'middle-of-label-cut-round-blank-one': drawnPdf([
    {
      content:
        grid([50, 110, 180, 270, 350], [280, 250, 220]) +
        row([53, 115, 185, 275], 260, ['单位', '一级', '指标', '指标值']) +
        row([53, 115, 185, 275], 230, ['看守所在', '产出', '人数', '九人']),
    },
    {
      content:
        grid([50, 110, 180, 270, 350], [280, 250, 160]) +
        rule(180, 220, 350, 220) +
        rule(110, 190, 350, 190) +
        row([53, 115, 185, 275], 260, ['单位', '一级', '指标', '指标值']) +
        text(53, 200, 12, '押人员费') +
        row([185, 275], 230, ['达标率', '十成']) +
        row([185, 275], 200, ['时间', '年底']) +
        row([115, 185, 275], 170, ['效益', '安全', '稳定']),
    },
  ]),
  'project-cut-before-repeated-header': drawnPdf([
    {
      content:
        grid(projects, [280, 255, 225, 185]) +
        inProjects(262, ['单位', '预算', '指标', '指标值']) +
        inProjects(235, ['教育局', '二十元', '人数', '九人']) +
        lines(53, 211, 12, ['住房和城', '乡建设管'], 14) +
        inProjects(201, ['', '三十元', '里程', '两公里']),
    },
    {
      content:
        grid(projects, [280, 255, 195]) +
        rule(190, 225, 350, 225) +
        inProjects(262, ['单位', '预算', '指标', '指标值']) +
        text(53, 242, 12, '理局') +
        inProjects(235, ['', '', '座数', '两座']) +
        inProjects(205, ['', '', '时间', '年底']),
    },
  ]),
  'label-full-beside-new-label': drawnPdf([
    {
      content:
        grid([50, 80, 120, 350], [280, 250]) +
        ['类别', '分类', '内容'].map((label, at) => text([53, 85, 125][at] ?? 0, 260, 12, label)).join('') +
        [50, 80, 120, 350].map((x) => rule(x, 250, x, 30)).join('') +
        rule(50, 30, 350, 30) +
        [180, 105].map((y) => rule(120, y, 350, y)).join('') +
        text(53, 135, 12, '产出') +
        lines(82, 62, 12, ['数量指', '标和其']) +
        ['一次', '两次', '三次'].map((one, at) => text(125, 210 - at * 75, 12, one)).join(''),
    },
    {
      content:
        grid([50, 80, 120, 350], [280, 250]) +
        ['类别', '分类', '内容'].map((label, at) => text([53, 85, 125][at] ?? 0, 260, 12, label)).join('') +
        [50, 80, 120, 350].map((x) => rule(x, 250, x, 130)).join('') +
        rule(50, 130, 350, 130) +
        rule(80, 190, 350, 190) +
        text(53, 180, 12, '效益') +
        row([82, 125], 232, ['社会效', '四次']) +
        row([82, 125], 150, ['经济效', '五次']),
    },
  ]),
  'next-row-too-tall-for-page': drawnPdf([
    { content: threeColumns([280, 250, 220]) + tall(260, 230, '1') },
    { content: threeColumns([280, 250, 40]) + tall(260, 140, '2') },
    { content: threeColumns([280, 250, 30]) + tall(260, 140, '3') },
  ]),
  'gap-below-repeated-header': drawnPdf([
    {
      content:
        threeColumns([280, 250]) +
        [50, 120, 190, 350].map((x) => rule(x, 250, x, 20)).join('') +
        row([55, 125, 195], 260, ['名称', '数量', '说明']) +
        row([55, 125], 230, ['道路', '三条']) +
        lines(
          194,
          236,
          12,
          Array.from({ length: 12 }, (_, at) => filler.slice(at, at + 12)),
        ),
    },
    {
      content:
        threeColumns([280, 250]) +
        row([55, 125, 195], 260, ['名称', '数量', '说明']) +
        [50, 120, 190, 350].map((x) => rule(x, 250, x, 150)).join('') +
        rule(50, 216, 120, 216) +
        [204, 150].map((y) => rule(50, y, 350, y)).join('') +
        text(194, 236, 12, '到这里为止。') +
        row([55, 125, 195], 175, ['桥梁', '两座', '无']),
    },
  ]),
  'only-text-of-row-goes-on': drawnPdf([
    {
      content:
        threeColumns([280, 250, 20]) +
        row([55, 125, 195], 260, ['名称', '数量', '说明']) +
        row([55, 125], 230, ['道路', '三条']) +
        lines(194, 236, 12, [
          ...Array.from({ length: 11 }, (_, at) => filler.slice(at, at + 12)),
          filler.slice(11, 22),
        ]),
    },
    {
      content:
        threeColumns([280, 220, 150]) +
        text(194, 266, 12, '到这里为止。') +
        row([55, 125, 195], 175, ['桥梁', '两座', '无']),
    },
  ]),
  'figure-with-sign-goes-on': drawnPdf([
    {
      content:
        threeColumns([280, 250, 20]) +
        row([55, 125, 195], 260, ['名称', '数量', '说明']) +
        row([55, 125], 230, ['道路', '三条']) +
        lines(194, 236, 12, [
          ...Array.from({ length: 11 }, (_, at) => filler.slice(at, at + 12)),
          '和居民的满意度达到了',
        ]),
    },
    {
      content:
        threeColumns([280, 220, 150]) +
        text(194, 266, 12, '≥90%以上。') +
        row([55, 125, 195], 175, ['桥梁', '两座', '无']),
    },
  ]),
}

function threeColumns(heights: number[]): string {
  return grid([50, 120, 190, 350], heights)
}

function tall(head: number, y: number, number: string): string {
  return row([55, 125, 195], head, ['名称', '数量', '说明']) + row([55, 125, 195], y, [`道路${number}`, number, '在建'])
}

// Four columns, with rules from side to side, right of the first column, and right of the second.
function stepped(whole: number[], inner: number[], innermost: number[]): string {
  const from = (left: number) => (y: number) => rule(left, y, 350, y)
  const rows = [...whole.map(from(50)), ...inner.map(from(80)), ...innermost.map(from(150))]
  return [50, 80, 150, 220, 350].map((x) => rule(x, whole[0] ?? 0, x, whole.at(-1) ?? 0)).join('') + rows.join('')
}

function inProjects(y: number, texts: string[]): string {
  return row(
    projects.map((x) => x + 5),
    y,
    texts,
  )
}

function row(places: number[], y: number, texts: string[]): string {
  return texts.map((one, at) => text(places[at] ?? 0, y, 12, one)).join('')
}
