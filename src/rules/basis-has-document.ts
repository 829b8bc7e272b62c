import { fails, holds, type Rule } from './rule.ts'
import { evidence } from './shared/states.ts'
import { plainOf, referencesIn } from './shared/texts.ts'

/** The legal basis of a project cites a document that can be looked up. */
const rule: Rule = {
  name: 'basis-has-document',
  chapter: 'form',
  severity: 'info',
  title: { zh: '立项依据引用有文号的文件', en: 'The legal basis cites a numbered document' },
  why: {
    zh: '没有文号，立项依据难以查证。请补充文件全称和文号；法律、行政法规和规划本身没有文号的除外。',
    en: 'Without a number a basis is hard to look up. Add title and number, except for laws and plans, which have none.',
  },
  *checkProject({ narrative, form }) {
    const bases = [narrative?.legalBasis, form?.legalBasis].filter((basis) => basis?.text.trim())
    const [first, ...others] = bases.filter((basis) => basis !== undefined)
    if (!first) return
    const isCited = [first, ...others].some(
      (basis) => referencesIn(basis).length > 0 || unnumbered.test(plainOf(basis)),
    )
    if (isCited) return yield holds()
    yield fails({
      message: { zh: '立项依据没有引用有文号的文件。', en: 'The legal basis cites no numbered document.' },
      evidence: evidence(first, ...others),
    })
  },
}

export default rule

// Laws, administrative regulations and plans are cited by their title.
const unnumbered = /《[^《》]{0,60}(?:法|条例|规划|纲要)》|第\d{1,4}号令|令第\d{1,4}号/u
