import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writing } from '../../writing.ts'

/** Writes a file of which others never see a part; its folder is made when it is not there. Throws a Failure. */
export function save(path: string, content: Iterable<string> | AsyncIterable<string | Uint8Array>): Promise<void> {
  return replace(path, (draft) => pipeline(content, createWriteStream(draft, { flush: true })))
}

/** Makes a file under a name of its own and gives it its place when it is whole. */
export function replace(path: string, make: (draft: string) => Promise<unknown>): Promise<void> {
  return writing({ zh: path, en: path }, async () => {
    const draft = `${path}.part`
    await mkdir(dirname(path), { recursive: true })
    try {
      await make(draft)
      await rename(draft, path)
    } finally {
      await rm(draft, { force: true })
    }
  })
}
