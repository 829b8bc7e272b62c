import { drawnPdf, rule, text } from './pdf.ts'

const size: [number, number] = [500, 360]
const places = [50, 180, 320, 440]

const amounts = [
  ['一般公共服务支出', '1,234.56', '1,200.00', '97.2%'],
  ['社会保障和就业支出', '34.50', '-', '0.0%'],
  ['卫生健康支出', '8.00', '7.95', '99.4%'],
  ['合计', '1,277.06', '1,207.95', '94.6%'],
]

const years = ['部门', '预算', '决算', '执行率']

/** PDFs with tables that lack their rules, all or some, and with what only looks like one, by the name of the case. */
export const unruledCases: Record<string, Uint8Array> = {
  'no-rules': page(
    left(50, 320, '支出情况如下表。') +
      right(440, 300, '单位：万元') +
      figures(280, [years, ...amounts]) +
      left(50, 160, '其中一般公共服务支出占百分之九十六，与上年持平，见上表。'),
  ),
  'three-rules': page(
    left(50, 320, '表一 绩效目标') +
      [306, 282, 150].map((y) => rule(50, y, 460, y)).join('') +
      words(290, 24, [
        ['一级指标', '二级指标', '三级指标', '指标值'],
        ['产出指标', '数量指标', '加装电梯数量', '四十部'],
        ['', '质量指标', '验收合格率', '全部'],
        ['', '时效指标', '完成时间', '年底前'],
        ['效益指标', '社会效益', '居民出行条件', '改善'],
        ['满意度指标', '服务对象', '居民满意度', '提高'],
      ]) +
      left(50, 130, '注：以上由主管部门填报。'),
  ),
  'heads-over-columns': page(
    [320, 270, 190].map((y) => rule(50, y, 460, y)).join('') +
      rule(170, 296, 300, 296) +
      rule(330, 296, 460, 296) +
      left(50, 288, '部门') +
      centre(235, 302, '2023年') +
      centre(395, 302, '2024年') +
      [230, 300, 390, 460].map((x, at) => right(x, 276, at % 2 === 0 ? '预算' : '决算')).join('') +
      ['财政局', '教育局', '卫生局']
        .map((name, row) => left(50, 250 - row * 24, name) + four([230, 300, 390, 460], 250 - row * 24, row))
        .join(''),
  ),
  'rules-between-rows': page(
    [320, 296, 250, 220, 180].map((y) => rule(45, y, 480, y)).join('') +
      row(304, ['序号', '项目名称', '项目内容', '金额']) +
      row(268, ['1', '加装电梯', '', '100.00']) +
      left(320, 276, '为老旧小区加') +
      left(320, 260, '装电梯。') +
      row(232, ['2', '道路改造', '改造道路。', '20.50']) +
      row(202, ['3', '公园绿化', '绿化和养护', '']) +
      left(320, 186, '树木。') +
      left(440, 202, '3.00'),
  ),
  'frame-only': page(
    [320, 200].map((y) => rule(50, y, 480, y)).join('') +
      [50, 480].map((x) => rule(x, 320, x, 200)).join('') +
      figures(
        300,
        [
          ['名称', '数量', '单价', '金额'],
          ['电脑', '10', '0.50', '5.00'],
          ['打印机', '2', '0.40', '0.80'],
          ['空调', '4', '0.40', '1.60'],
        ],
        55,
      ),
  ),
  'rules-between-columns': page(
    [160, 300].map((x) => rule(x, 320, x, 216)).join('') +
      words(304, 24, [
        ['名称', '规格', '金额'],
        ['电脑', '台式', '5.00'],
        ['打印机', '激光', '0.80'],
        ['空调', '壁挂', '1.60'],
      ]),
  ),
  'columns-ruled-in-head-only': page(
    [320, 296, 272, 248, 224].map((y) => rule(40, y, 470, y)).join('') +
      [40, 470].map((x) => rule(x, 320, x, 224)).join('') +
      [165, 290, 380].map((x) => rule(x, 320, x, 296)).join('') +
      figures(302, [years, ...amounts.slice(0, 3)], 50, 24),
  ),
  'rows-not-ruled': page(
    [320, 296, 190].map((y) => rule(40, y, 470, y)).join('') +
      [40, 165, 290, 380, 470].map((x) => rule(x, 320, x, 190)).join('') +
      figures(302, [years], 50) +
      figures(276, amounts, 50, 24),
  ),
  'contents-are-no-table': page(
    centre(250, 320, '目录') +
      ['部门概况', '收支总表', '支出总表', '名词解释']
        .map(
          (title, at) =>
            left(50, 290 - at * 20, `${'一二三四'[at]}、${title}${'.'.repeat(50)}`) +
            right(440, 290 - at * 20, `${at * 4 + 1}`),
        )
        .join('') +
      ['概况', '职责', '机构', '人员', '经费']
        .map(
          (title, at) =>
            left(50, 190 - at * 20, `1.${at + 1}`) +
            left(100, 190 - at * 20, title) +
            right(440, 190 - at * 20, `${at + 2}`),
        )
        .join(''),
  ),
  'labels-are-no-table': page(
    [0, 1, 2, 3]
      .map((at) => row(320 - at * 20, ['负责人：张三', `人数：${at + 3}`, '填表人：李四', `金额：${at}.50`]))
      .join('') +
      ['预算编制', '预算执行', '绩效评价', '结果应用']
        .map(
          (title, at) =>
            left(50, 220 - at * 20, `${at + 1}. ${title}`) +
            left(200, 220 - at * 20, '全年') +
            right(400, 220 - at * 20, `${at + 1}00万元`),
        )
        .join('') +
      row(120, ['张三', '李四', '王五', '赵六']) +
      row(100, ['钱七', '孙八', '周九', '吴十']) +
      row(80, ['郑一', '王二', '冯三', '陈四']) +
      row(60, ['褚五', '卫六', '蒋七', '沈八']) +
      right(440, 30, '二〇二四年三月'),
  ),
  'columns-of-prose': page(
    rule(50, 340, 460, 340) +
      rule(50, 130, 460, 130) +
      rule(255, 330, 255, 140) +
      Array.from(
        { length: 9 },
        (_, at) => left(50, 320 - at * 20, prose(at, 16)) + left(265, 320 - at * 20, prose(at + 5, 16)),
      ).join('') +
      row(100, ['2024 年', '安排资金', '100 万元', '用于']) +
      left(50, 80, '加装电梯四十部。'),
  ),
}

function page(content: string): Uint8Array {
  return drawnPdf([{ content, size }])
}

function widthOf(printed: string): number {
  return [...printed].reduce((sum, one) => sum + (one < '\u007f' ? 6 : 12), 0)
}

function left(x: number, y: number, printed: string): string {
  return printed === '' ? '' : text(x, y, 12, printed)
}

function right(x: number, y: number, printed: string): string {
  return left(x - widthOf(printed), y, printed)
}

function centre(x: number, y: number, printed: string): string {
  return left(x - widthOf(printed) / 2, y, printed)
}

function row(y: number, texts: string[]): string {
  return texts.map((printed, at) => left(places[at] ?? 0, y, printed)).join('')
}

function words(y: number, pitch: number, rows: string[][]): string {
  return rows.map((texts, at) => row(y - at * pitch, texts)).join('')
}

// A first column of names, then columns of figures.
function figures(y: number, rows: string[][], x = 50, pitch = 22): string {
  return rows
    .map(([name = '', ...others], at) => {
      const height = y - at * pitch
      return left(x, height, name) + others.map((one, column) => right(270 + column * 90, height, one)).join('')
    })
    .join('')
}

function four(ends: number[], y: number, seed: number): string {
  return ends.map((x, at) => right(x, y, `${(seed + 1) * (at + 1) * 37}.50`)).join('')
}

function prose(from: number, length: number): string {
  const sentence = '各单位应当按照规定的时间和要求报送本单位的绩效目标，并对其真实性和完整性负责。'
  return sentence.repeat(2).slice(from * 3, from * 3 + length)
}
