import type { Unread } from '../model.ts'
import { field, role } from '../vocabulary.ts'
import { fails, holds, type Problem, type Rule } from './rule.ts'
import { evidence } from './shared/states.ts'

/** Nothing that is printed stays outside the fields. */
const rule: Rule = {
  name: 'unread-text',
  chapter: 'reading',
  severity: 'info',
  title: { zh: '文件中的文字都归入了字段', en: 'All text of the document is read into fields' },
  why: {
    zh: '未归入任何表单的文字没有参与校验。请人工查看这些位置，其中的表格可能含有重要数字。',
    en: 'Text that no form claims was not checked. Look at these places; a table among them may hold figures that matter.',
  },
  *checkDocument({ unread, coverage, file }) {
    if (unread.length === 0 && coverage.characters === 0) return yield fails(blank(file))
    if (unread.length === 0) return yield holds()
    for (const entry of unread) if (entry.what === 'table') yield fails(table(entry))
    for (const what of ['paragraph', 'cell', 'image'] as const) {
      const [first, ...others] = unread.filter((entry) => entry.what === what)
      if (first) yield fails(group(what, first, others))
    }
  },
}

export default rule

// There is no place in the document to point at, so the document itself is shown.
function blank(file: string): Problem {
  const message = { zh: '文件中没有任何文字。', en: 'The document has no text at all.' }
  return { message, evidence: [{ text: '', source: [file.replace(/[%#?\s]/gu, encodeURIComponent)] }] }
}

const kinds = {
  paragraph: { zh: '段文字', en: 'paragraph(s)' },
  cell: { zh: '个单元格', en: 'cell(s)' },
  image: { zh: '幅图片', en: 'picture(s)' },
}

// A budget of a whole department has hundreds of such paragraphs: the report lists all, the finding the first.
const most = 10

function group(what: keyof typeof kinds, first: Unread, others: Unread[]): Problem {
  const [all, characters] = [[first, ...others], lengthOf([first, ...others])]
  const { zh, en } = kinds[what]
  const message =
    what === 'image'
      ? { zh: `有 ${all.length} ${zh}，其中的文字没有读取。`, en: `What ${all.length} ${en} show was not read.` }
      : {
          zh: `有 ${all.length} ${zh}（${characters} 字）不属于任何表单。`,
          en: `No form claims ${all.length} ${en} with ${characters} characters.`,
        }
  return { message, evidence: evidence(first, ...others.slice(0, most - 1)) }
}

function table(entry: Unread): Problem {
  const rows = entry.text.split('\n')
  const [head, labels] = [beginning(entry.text), recognised(entry.text)]
  const isLike = labels.length >= 3
  return {
    message: {
      zh: `有一张 ${rows.length} 行的表格（“${head}”）不属于任何已知表单${isLike ? `，其中有“${labels.join('”“')}”` : ''}。`,
      en: `A table of ${rows.length} row(s) (“${head}”) is no form that is known${isLike ? `, though it has “${labels.join('”, “')}”` : ''}.`,
    },
    evidence: evidence({ text: rows[0] ?? '', source: entry.source }),
  }
}

// The labels of forms in a table that is like one; the first of them.
function recognised(text: string): string[] {
  const labels = text.split(/[\t\n]/u).filter((cell) => role(cell) !== undefined || field(cell) !== undefined)
  return [...new Set(labels.map((label) => label.replace(/\s|[：:]/gu, '')))].slice(0, 8)
}

function beginning(text: string): string {
  const characters = [...text.trim().replace(/\s+/gu, ' ')]
  return characters.length > 30 ? `${characters.slice(0, 30).join('')}…` : characters.join('')
}

function lengthOf(entries: Unread[]): number {
  return entries.reduce((sum, { text }) => sum + [...text.replace(/\s/gu, '')].length, 0)
}
