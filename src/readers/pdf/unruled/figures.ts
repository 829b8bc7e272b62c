// A number, its thousands perhaps parted by spaces, with its sign, currency, brackets, short unit and marks of a note.
const figure =
  /^[-+−–±≥≤><=≈~*(（[$€£¥￥ ]{0,4}\d[\d,.，'’]{0,30}(?: \d{3}[\d,.]{0,8}){0,5} ?(?:[%‰％]|\p{L}{1,3})?[\])）*†‡]{0,4}$/u

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

/** Whether a text holds several figures, of columns that no gap parts. */
export function isFused(text: string): boolean {
  return !isFigure(text) && text.split(/\s+/u).filter(isFigure).length > 1
}
