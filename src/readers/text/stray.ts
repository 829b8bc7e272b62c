import type { Passage } from '../../document.ts'

// Words of an English function that recognisers write for a Chinese conjunction or particle. Names and abbreviations
// (`ERP 系统`, `APP 推广`) stand between ideographs by right.
const stray = /(?<=\p{Script=Han}[ ]?)(?:and|or|of|the|to|in|for|with|from|by)(?=[ ]?\p{Script=Han})/gu

/** English words that a recogniser has put between ideographs; the text keeps them. */
export function strayWords(passage: Passage): Passage[] {
  return Array.from(passage.text.matchAll(stray), ({ 0: text, index }) => {
    const piece = passage.pieces.find(({ start, end }) => start <= index && index < end)
    return { file: passage.file, text, pieces: piece ? [{ ...piece, start: 0, end: text.length }] : [] }
  })
}
