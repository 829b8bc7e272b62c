import { fails, holds, type Rule } from './rule.ts'
import { evidence } from './shared/states.ts'
import { plainOf } from './shared/texts.ts'

/** A telephone number has an area code and seven or eight digits, or is a mobile number. */
const rule: Rule = {
  name: 'phone-form',
  chapter: 'form',
  severity: 'info',
  title: {
    zh: '联系电话为区号加 7 至 8 位号码，或手机号码',
    en: 'A telephone number has an area code and 7 or 8 digits, or is a mobile number',
  },
  why: {
    zh: '电话位数不对或没有区号，公众无法联系。请补全号码。',
    en: 'With digits or the area code missing nobody can call. Complete the number.',
  },
  *checkProject({ form }) {
    const phone = form?.contact?.phone
    if (!phone?.text.trim()) return
    const numbers = plainOf(phone).split(/[,，、;；/]/u)
    if (numbers.every((number) => isPhone(number.replace(/\s/gu, '')))) return yield holds()
    yield fails({
      message: {
        zh: `联系电话“${phone.text}”不是区号加 7 至 8 位号码。`,
        en: `“${phone.text}” is not an area code with 7 or 8 digits.`,
      },
      evidence: evidence(phone),
    })
  },
}

export default rule

// A number with asterisks is masked on purpose.
function isPhone(number: string): boolean {
  const landline = /^(?:\+?86-?)?\(?0\d{2,3}\)?-?\d{7,8}(?:(?:-|转)\d{1,6})?$/u
  return landline.test(number) || /^(?:\+?86-?)?1\d{10}$/u.test(number) || /\*/u.test(number)
}
