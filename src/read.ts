import type { Document } from './document.ts'
import { Failure } from './failure.ts'
import { readers } from './readers/index.ts'
import type { ReadOptions } from './readers/reader.ts'
import { signatureOf } from './signature.ts'

/** Reads bytes as a document, in whatever format they are; throws a Failure when no reader accepts them. */
export async function read(bytes: Uint8Array, file: string, options: ReadOptions = {}): Promise<Document> {
  // In JavaScript the name of a file is an easy slip.
  if (!(bytes instanceof Uint8Array)) throw new TypeError(`${file ?? bytes}: give the bytes of the file, not its name.`)
  const reader = readers.find((reader) => reader.accepts(bytes))
  if (!reader) throw refusal(bytes)
  return reader.read(bytes, file, options)
}

function refusal(bytes: Uint8Array): Failure {
  if (bytes.length === 0)
    return new Failure({ zh: '文件是空的；请重新下载。', en: 'the file is empty; download it again.' })
  const signature = signatureOf(bytes)
  if (signature) return new Failure({ zh: `文件是${signature.says.zh}。`, en: `the file is ${signature.says.en}.` })
  return new Failure({
    zh: '无法识别文件格式；请提供 PDF、Word（.docx）或纯文本文件。',
    en: 'the file is in no format that can be read; give a PDF, a Word document (.docx) or plain text.',
  })
}
