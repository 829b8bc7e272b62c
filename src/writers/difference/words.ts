import type { Comparison } from '../../difference.ts'
import { type Language, words as shared } from '../validation/words.ts'

/** The words of a text on differences. */
interface Words {
  extent(reports: number, projects: number, years: string): string
  states: Record<Comparison['projects'][number]['state'], string>
  same: string
  across: string
  perhaps: string
  notIn: string
  limited: string
}

export const words: Record<Language, Words> = {
  en: {
    extent: (reports, projects, years) =>
      `${reports} ${reports === 1 ? 'report' : 'reports'}, ${projects} ${projects === 1 ? 'project' : 'projects'}${years && `, ${years}`}`,
    states: { changed: 'Changed', new: 'New', gone: 'Gone', unchanged: 'Unchanged' },
    same: 'Nothing differs.',
    across: 'Through the years',
    perhaps: 'perhaps',
    notIn: 'not in',
    limited:
      'There are too many projects without an equal to compare their names for likeness; some that are new or gone may be renamed.',
  },
  zh: {
    extent: (reports, projects, years) => `${reports} 份报告，${projects} 个项目${years && `，${years} 年`}`,
    states: { changed: '有变化', new: '新增', gone: '不再列出', unchanged: '无变化' },
    same: '没有差别。',
    across: '跨年校验',
    perhaps: '可能是',
    notIn: '未见于',
    limited: '没有同名项目的项目过多，未比较名称是否相近；其中新增或不再列出的，可能只是改了名称。',
  },
}

/** Words that every report uses. */
export { shared }
