import type { Evidence, Message, Report } from '../model.ts'
import { fails, holds, type Problem, type Rule } from './rule.ts'
import { fieldsIn } from './shared/fields.ts'
import { evidence } from './shared/states.ts'

/** The text came into the file whole: without markup, stray words or rows out of place. */
const rule: Rule = {
  name: 'text-damage',
  chapter: 'reading',
  severity: 'info',
  title: {
    zh: '文字完整，没有残留标记、串行或错位',
    en: 'The text is whole: no markup, no stray words, no rows out of place',
  },
  why: {
    zh: '这些痕迹说明文件经过识别或转换，附近的内容可能有误。数值仍按印出的内容读取，请对照原文件核实。',
    en: 'Such marks show that the file went through recognition or conversion; what stands near them may be wrong. Values are read as printed: compare them with the original.',
  },
  *checkDocument({ damage }) {
    if (damage.length === 0) return yield holds()
    const kinds = Map.groupBy(damage, ({ what }) => what)
    for (const [what, places] of kinds) {
      if (what !== 'lost-cell') yield* report(places, damages[what])
    }
  },
  *checkProject(project) {
    const repaired = fieldsIn(project).flatMap(({ value }) => (value.repaired ? [{ kind: value.repaired, value }] : []))
    if (repaired.length === 0) return yield holds()
    for (const [kind, values] of Map.groupBy(repaired, (repair) => repair.kind)) {
      yield* report(
        values.map(({ value }) => value),
        repairs[kind],
      )
    }
  },
}

export default rule

const most = 10

function* report(places: Evidence[], { zh, en }: Message): Iterable<{ outcome: 'fails' } & Problem> {
  const [first, ...others] = places
  if (!first) return
  const message = { zh: `${zh}，共 ${places.length} 处。`, en: `${en}: ${places.length}.` }
  yield fails({ message, evidence: evidence(first, ...others.slice(0, most - 1)) })
}

type What = Exclude<Report['damage'][number]['what'], 'lost-cell'>

const damages: Record<What, Message> = {
  markup: { zh: '文字中残留排版标记', en: 'Places with markup left in the text' },
  'split-table': { zh: '表格被分页断开', en: 'Tables that a page end has split' },
  'stray-word': { zh: '中文里混入外文词', en: 'Stray Latin words in Chinese text' },
  'unmapped-glyph': { zh: '有字形无法对应文字', en: 'Glyphs that stand for no known character' },
  'hidden-text': { zh: '有隐藏文字', en: 'Places with hidden text' },
}

type Kind = 'late-label' | 'fused-cell' | 'shifted-row' | 'wrapped-value' | 'repeated-value'

const repairs: Record<Kind, Message> = {
  'late-label': { zh: '类别名称晚了一行，已按上下文归位', en: 'Values whose label came a row late' },
  'fused-cell': { zh: '两格内容连在一起，已分开读取', en: 'Values taken out of a cell that holds two' },
  'shifted-row': { zh: '整行错位，已按次序读取', en: 'Values in a shifted row, read by their order' },
  'wrapped-value': { zh: '数值折到另一行，已接回', en: 'Values that had wrapped into another row' },
  'repeated-value': { zh: '数值重复印出，按一个读取', en: 'Values printed twice and read once' },
}
