// The unified ideographs of U+2E80 to U+2EF3 in that order, after Unicode's EquivalentUnifiedIdeograph; `.` where there
// is none. NFKC maps only two of them.
const radicals =
  '.厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尢巳幺彑彐忄㣺扌攵.旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒㓁网网羊羊羊' +
  '耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶邑钅長镸长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'

// Angle brackets are canonically equivalent to those of CJK text. The dash A1AA of GB 2312 is U+2015 in one mapping table
// and U+2014 in that of GB 18030, and fonts for Chinese have one glyph for both. So have fonts for simplified Chinese for
// radical 63 and 户, where Unicode's equivalent is the traditional 戶, and for ／ ～ – and their rarer twins.
const twins = new Map([
  ['\u2329', '〈'],
  ['\u232a', '〉'],
  ['\u2015', '—'],
  ['\u2f3e', '户'],
  ['\u2215', '／'],
  ['\u301c', '～'],
  ['\u2012', '–'],
])

// Fonts for vertical text map their marks to the compatibility forms U+FE10 to U+FE48, which stand for those of
// horizontal text.
const upright = new Map(
  [...'︐︑︒︓︔︕︖︗︘︙︱︳︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄'].map((form, at) => [
    form,
    [...'，、。：；！？〖〗…—＿（）｛｝〔〕【】《》〈〉「」『』'][at] ?? form,
  ]),
)

/**
 * The ideograph that a character map meant by a radical or a compatibility ideograph, the mark that it meant by its form
 * for vertical text, the letters of a Latin ligature.
 * Full-width forms, superscripts and signs such as ² ㎡ ① stay as printed.
 */
export function fold(text: string): string {
  const code = text.charCodeAt(0)
  const twin = twins.get(text) ?? upright.get(text)
  if (twin) return twin
  if (code >= 0xfb00 && code <= 0xfb06) return text.normalize('NFKC')
  if (code < 0x2e80 || (code > 0x2fdf && code < 0xf900) || code > 0xfaff) return text
  return [...text].map(foldCharacter).join('')
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0x2e80 && code <= 0x2ef3) {
    const unified = radicals[code - 0x2e80] ?? '.'
    return unified === '.' ? character : unified
  }
  // Both blocks hold nothing but ideographs that are equivalent to one other.
  const isRadical = code >= 0x2f00 && code <= 0x2fdf
  const isCompatible = code >= 0xf900 && code <= 0xfaff
  return isRadical || isCompatible ? character.normalize('NFKC') : character
}
