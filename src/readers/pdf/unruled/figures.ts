// A number with its sign, currency, brackets, unit of a few letters and marks of a note.
const figure = /^[-+−–±≥≤><=≈~*(（[$€£¥￥ ]{0,4}\d[\d,.，'’ ]{0,30}(?:[%‰％]|\p{L}{1,3})?[\])）*†‡]{0,4}$/u

// What stands in the place of a figure that there is none of.
const nil = /^(?:[-–—−/.·…*:]{1,4}|n\.? ?[ad]\.?|n\/a)$/iu

/** Whether a text is one figure. */
export function isFigure(text: string): boolean {
  return figure.test(text)
}

/** Whether a text stands for a figure that there is none of. */
export function isNil(text: string): boolean {
  return nil.test(text)
}
