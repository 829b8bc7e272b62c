import type { Project } from '../model.ts'
import { fails, holds, type Rule } from './rule.ts'
import { budgetOf } from './shared/budgets.ts'
import { evidence, valueIn } from './shared/states.ts'
import { foldedOf } from './shared/texts.ts'

/** No project is listed twice. */
const rule: Rule = {
  name: 'duplicate-project',
  chapter: 'form',
  severity: 'warning',
  title: { zh: '项目没有重复列示', en: 'No project is listed twice' },
  why: {
    zh: '同一项目列了两次，项目个数和金额都会重复计算。请删去重复的一个；不同单位的同名项目除外。',
    en: 'A project listed twice is counted twice. Remove one of them, unless two units have projects of one name.',
  },
  *checkProject(project, { projects }) {
    if (!project.name?.text.trim()) return
    const earlier = projects.slice(0, projects.indexOf(project))
    const twin = earlier.find((other) => isSame(project, other) || isCopy(project, other))
    if (!twin?.name) return yield holds()
    yield fails({
      message: {
        zh: `“${project.name.text}”与项目 ${twin.id}“${twin.name.text}”重复。`,
        en: `“${project.name.text}” repeats project ${twin.id}, “${twin.name.text}”.`,
      },
      evidence: evidence(project.name, twin.name, budgetOf(project), budgetOf(twin)),
    })
  },
}

export default rule

// The disclosure of a department repeats the projects of its units; one name in two units is two projects.
function isSame(a: Project, b: Project): boolean {
  if (foldedOf(a.name) !== foldedOf(b.name)) return false
  const [unit, other] = [entityOf(a), entityOf(b)]
  return unit === '' || other === '' || unit === other
}

function isCopy(a: Project, b: Project): boolean {
  if (valueIn(budgetOf(a))?.yuan !== valueIn(budgetOf(b))?.yuan || entityOf(a) !== entityOf(b)) return false
  const [goal, other] = [goalOf(a), goalOf(b)]
  return goal.length >= 20 && goal === other
}

function goalOf({ form }: Project): string {
  return foldedOf(form?.annualObjective)
}

function entityOf({ narrative, form }: Project): string {
  return foldedOf(form?.implementingEntity ?? narrative?.implementingEntity ?? form?.competentDepartment)
}
