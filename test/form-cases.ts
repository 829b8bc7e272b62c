import { mkdirSync, writeFileSync } from 'node:fs'
import { madeWord, p, tbl, tc, tr } from './word.ts'

// A table in short: cells of a row parted by |; `text>3` spans three columns, `text_` begins a cell that goes on in the
// rows below, where `^` stands for it.
function table(rows: string): string {
  const lines = rows.trim().split('\n')
  return tbl(...lines.map((line) => tr(line.split('|').map((cell) => word(cell.trim())))))
}

function word(cell: string): string {
  const [, text = '', span, merge] = /^(.*?)(?:>(\d+))?(_)?$/u.exec(cell) ?? []
  const properties = [
    span && `<w:gridSpan w:val="${span}"/>`,
    merge && '<w:vMerge w:val="restart"/>',
    text === '^' && '<w:vMerge/>',
  ]
  return tc(p(text === '^' ? '' : text), properties.filter(Boolean).join(''))
}

/** The Word files in fixtures/forms, by form and case; `node test/form-cases.ts` writes them. */
export const formCases: Record<string, Uint8Array> = {
  'two-horizon-objectives/merged-cells': madeWord(
    p('山西省清河市市级预算部门（单位）项目支出绩效目标申报表') +
      p('2022 年') +
      table(`
项目名称>2|图书采购经费>6
主管部门及代码>2|经济科 380001>3|实施单位|清河市文化局>2
项目预算资金（万元）>2|中期预算资金总额|60>2|年度预算资金总额>2|20
中期目标>5|年度目标>3
总体目标>2|采购图书3000册。>3|采购图书1000册。>3
绩效目标_|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值
^|1. 产出指标_|数量指标|图书数|≥3000册|数量指标|图书数|≥1000册
^|^|质量指标_|合格率|100%|质量指标_|完好率|
^|^|^|完好率|≥95%|^|合格率|100%
负责人：|王一|联系电话：|0351-1234567>2|填报日期：||`),
  ),
  'sequential-objectives/long-term-then-year': madeWord(
    p('财政支出项目绩效目标申报表') +
      p('（2016年度）') +
      table(`
项目名称>2|道路养护>3
主管部门|县交通局>2|实施单位|县公路段
资金总额（万元）|120>4
其中：财政拨款|100>4
其他资金|20>4
长期目标>2|养护道路300公里。>3
年度目标>2|养护道路100公里。>3
长期绩效指标>5
一级指标|二级指标|指标内容|指标值|备注
产出指标_|数量指标|养护里程|≥300公里|
^|质量指标|合格率|100%|抽查
年度绩效指标>5
一级指标|二级指标|指标内容|指标值|备注
产出指标|数量指标|养护里程|≥100公里|
满意度指标|服务对象满意度指标|群众满意度|≥85%|`),
  ),
  'split-objectives/sign-figure-unit': madeWord(
    p('部门预算项目绩效目标申报表') +
      table(`
项目名称：|图书采购专项>7
主管部门：|市文化局>3|实施单位：|市图书馆>3
项目资金（元）|年度资金总额>3|226,145.00>4
年度目标|采购图书。>7
一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重|备注
产出|数量|图书数|≥|1000|册|60|
^|质量|验收|定性|合格||20|按标准
满意度|服务对象满意度|读者满意度|≥|90|%|10|`).replace('<w:vMerge/>', ''),
  ),
  'wide-sheet/two-projects': madeWord(
    p('部门预算项目绩效目标申报表') +
      p('单位：元') +
      table(`
单位名称|项目名称|预算数|年度目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重
820-马踏镇||300,000.00||||||||
820001-马踏镇人民政府_|道路养护_|200,000.00_|养护道路。_|产出指标|数量指标|里程|≥|10|公里|60
^|^|^|^|满意度指标|服务对象满意度指标|群众满意度|≥|85|%|30
^|河道保洁|100,000.00|保洁河道。|产出指标|质量指标|达标率|＝|100|%|90`),
  ),
  'self-evaluation/annual': madeWord(
    p('项目支出绩效自评表') +
      p('（2022年度）') +
      table(`
项目名称>2|防汛物资>7
主管部门>2|县水利局>3|实施单位>2|县水利局>2
项目资金（万元）>2_||年初预算数|全年预算数|全年执行数|分值|执行率|得分
^>2|年度资金总额|90|100|89.974|10|89.97%|9.0
^>2|其中：当年财政拨款|90|100|89.974|-|89.97%|-
^>2|上年结转资金|0|0|0|-||-
年度总体目标_|预期目标>5|实际完成情况>3
^|采购物资100件。>5|已采购95件。>3
绩效指标_|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
^|产出指标（50分）|数量指标|采购数量|≥100件|95件|50|47.5|供货推迟
^|满意度指标（10分）|服务对象满意度指标|群众满意度|≥90%|92%|10|10|
总分>6|100|98.5|`),
  ),
  'plain-objectives/no-form': madeWord(p('人员信息表') + table('姓名|职务\n王一|科长')),
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, bytes] of Object.entries(formCases)) {
    mkdirSync(`fixtures/forms/${name}`, { recursive: true })
    writeFileSync(`fixtures/forms/${name}/input.docx`, bytes)
  }
}
