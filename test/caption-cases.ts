import { drawnPdf, grid, text } from './pdf.ts'

const xs = [50, 150, 350]

/** PDFs with lines over tables that say what the tables are, or which page this is, by the name of the case. */
export const captionCases: Record<string, Uint8Array> = {
  'table-said-to-go-on': drawnPdf([
    {
      content:
        text(150, 282, 12, '表1 支出预算表') +
        text(270, 262, 12, '单位：万元') +
        grid(xs, [255, 225, 125, 20]) +
        rows([235, 170, 70], ['名称', '道路', '桥梁'], ['金额', '100', '200']),
    },
    {
      content:
        text(150, 282, 12, '支出预算表（续）') +
        text(270, 262, 12, '单位：万元') +
        grid(xs, [255, 225, 125, 20]) +
        rows([235, 170, 70], ['名称', '隧道', '路灯'], ['金额', '300', '400']),
    },
    {
      content:
        text(310, 282, 12, '续表') + grid(xs, [275, 225, 125]) + rows([245, 170], ['绿化', '合计'], ['500', '1500']),
    },
  ]),
  // The columns are others than those of the table before, which has ended.
  'other-table-said-to-go-on': drawnPdf([
    { content: grid(xs, [280, 160, 20]) + rows([220, 90], ['道路', '桥梁'], ['100', '200']) },
    {
      content:
        text(310, 284, 12, '续表') + grid([50, 220, 350], [280, 160, 20]) + rows([220, 90], ['人数', '车辆'], ['', '']),
    },
  ]),
  'pages-numbered-in-chinese': drawnPdf(
    ['第一页', '第二页'].map((number, page) => ({
      content:
        text(310, 284, 12, number) +
        grid(xs, [280, 160, 20]) +
        rows([220, 90], [`${page}甲`, `${page}乙`], ['100', '200']),
    })),
  ),
  'annexes-without-page-numbers': drawnPdf(
    ['收入 财政', '支出 人员', '采购 车辆'].map((labels, page) => ({
      content:
        text(50, 284, 12, `附件${page + 1}`) +
        grid(xs, [280, 160, 20]) +
        rows([220, 90], labels.split(' '), ['1', '2']),
    })),
  ),
}

function rows(heights: number[], ...columns: string[][]): string {
  return columns
    .flatMap((column, at) => column.map((one, row) => text((xs[at] ?? 0) + 10, heights[row] ?? 0, 12, one)))
    .join('')
}
