import { bare, type Span, textOf } from '../../document.ts'
import { field } from '../../vocabulary.ts'
import type { NarrativeField } from './sentences.ts'

// These run over several paragraphs, which may begin with words and a colon of their own: 具体测算标准：…
const long: NarrativeField[] = ['overview', 'legalBasis', 'implementationPlan']

const label = /^\p{Script=Han}{2,10}[：:]/u
const aside = /^(?:资金来源|联系人|联系电话|负责人|补助标准|责任单位|备注|注|说明)[：:]/u
const chapter = /^第[一二三四五六七八九十\d]{1,3}(?:部分|章|节|篇)/u
const date = /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/u
const signature = /^\p{Script=Han}{4,30}(?:局|委|委员会|厅|院|部|办公室|中心|政府)(?:（本级）)?$/u

/**
 * What ends with a line that is no part of the field above it: the project, at a chapter, a signature or the date under
 * it; the field alone, at another label or a note.
 */
export function endingAt(open: NarrativeField, line: Span, next: Span[]): 'project' | 'field' | undefined {
  const text = bare(textOf(line))
  if (chapter.test(text) || date.test(text)) return 'project'
  const [following] = next
  if (signature.test(text) && following && date.test(bare(textOf(following)))) return 'project'
  if (aside.test(text)) return 'field'
  if (!label.test(text)) return undefined
  const isField = field(text.slice(0, text.search(/[：:]/u))) !== undefined
  return !long.includes(open) || isField ? 'field' : undefined
}
