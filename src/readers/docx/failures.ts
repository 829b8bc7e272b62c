import { Failure } from '../../failure.ts'

/** Says that a Word file is cut off or damaged. */
export const damaged = (): Failure =>
  new Failure({
    zh: 'Word 文件已损坏或不完整；请重新下载，或用 Word 打开后另存。',
    en: 'the Word file is damaged or cut off; download it again, or open it in Word and save it.',
  })

/** Says that a Word file needs more memory than a document can be worth. */
export const tooLarge = (): Failure =>
  new Failure({
    zh: 'Word 文件解压后过大；请拆分后读取。',
    en: 'the Word file is too large once unpacked; split it.',
  })
