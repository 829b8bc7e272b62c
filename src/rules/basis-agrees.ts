import type { Sourced } from '../model.ts'
import { fails, holds, type Rule } from './rule.ts'
import { evidence } from './shared/states.ts'
import { referencesIn } from './shared/texts.ts'

/** Narrative and form rest a project on the same documents. */
const rule: Rule = {
  name: 'basis-agrees',
  chapter: 'agreement',
  severity: 'info',
  title: {
    zh: '文字说明与绩效目标表的立项依据引用相同的文件',
    en: 'The narrative and the form cite the same documents as legal basis',
  },
  why: {
    zh: '两处立项依据引用的文件不同，说明至少有一处没有更新。表中多列文件的，不作不符处理。',
    en: 'When the two cite different documents, one of them was not updated. A form may cite more than the narrative.',
  },
  *checkProject({ narrative, form }) {
    const [said, printed] = [narrative?.legalBasis, form?.legalBasis]
    if (!said?.text.trim() || !printed?.text.trim()) return
    const [cited, listed] = [numbersIn(said), numbersIn(printed)]
    if (cited.length === 0 && listed.length === 0) return
    const lacking = cited.filter((number) => !listed.includes(number))
    if (cited.length > 0 && lacking.length === 0) return yield holds()
    yield fails({
      message: {
        zh: `文字说明引用的文号：${list(cited, '无', '、')}；绩效目标表引用的文号：${list(listed, '无', '、')}。`,
        en: `The narrative cites ${list(cited, 'no number', ', ')}; the form cites ${list(listed, 'no number', ', ')}.`,
      },
      evidence: evidence(said, printed),
    })
  },
}

export default rule

function numbersIn(basis: Sourced<string>): string[] {
  return [...new Set(referencesIn(basis).map(({ value }) => value.number))]
}

function list(numbers: string[], none: string, comma: string): string {
  return numbers.length > 0 ? numbers.join(comma) : none
}
