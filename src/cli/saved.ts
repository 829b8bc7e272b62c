import { Failure } from '../failure.ts'
import type { Entry, Refusal } from '../writers/writer.ts'

/** What `parse` wrote as JSON or NDJSON and is read back here; nothing when the bytes are no JSON, nor named so. */
export async function savedEntries(bytes: Uint8Array, file: string): Promise<Entry[] | undefined> {
  // Some shells write redirected output as UTF-16.
  const decoder = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8')
  const isJson = /^\s*[{[]/u.test(decoder.decode(bytes.subarray(0, 64)))
  const text = isJson ? decoder.decode(bytes) : ''
  const values = whole(text) ?? lines(text)
  if (!values) {
    if (/^\s*(\[\s*)?\{\s*"/u.test(text) || /\.(?:nd)?json$/iu.test(file)) throw cutOff
    return undefined
  }
  // zod is loaded here, so that documents are validated without it.
  const { Report } = await import('../model.ts')
  return values.map((value) => {
    if (isRefusal(value)) return value
    const { data, error } = Report.safeParse(value)
    if (!data) throw noReport(error.issues[0])
    return data
  })
}

function whole(text: string): unknown[] | undefined {
  const value = parsed(text)
  return value === undefined ? undefined : [value].flat()
}

function lines(text: string): unknown[] | undefined {
  const values = text.split('\n').filter(Boolean).map(parsed)
  return values.length === 0 || values.includes(undefined) ? undefined : values
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'file' in value && 'error' in value
}

const cutOff = new Failure({
  zh: 'JSON 不完整或有语法错误；请用 disclose parse 重新生成。',
  en: 'the JSON is cut off or has a mistake; write it again with disclose parse.',
})

function noReport(issue: { path: PropertyKey[]; message: string } | undefined): Failure {
  const [path, message] = [issue?.path.join('.') ?? '', issue?.message ?? '']
  return new Failure({
    zh: `这是 JSON，但不是 disclose parse 写出的报告（${path}：${message}）；请用 disclose parse 重新生成。`,
    en: `it is JSON, but no report that disclose parse wrote (${path}: ${message}); write it with disclose parse.`,
  })
}
