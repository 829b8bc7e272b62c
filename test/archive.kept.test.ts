import { expect, test } from 'vitest'
import { withKept } from '../src/archive/kept.ts'
import type { Listing } from '../src/archive/listing.ts'
import type { Found } from '../src/archive/source.ts'
import { refused } from '../src/archive/sources/refused.ts'

test('what an earlier run found in a place that is closed now stands behind it, in the order of a walk', async () => {
  const listed = ['a/1.pdf', 'b/c.pdf', 'b/c/2.pdf', 'b.zip/3.pdf', 'b/c/d/4.pdf', 'bb/5.pdf'].map(listing)
  const known = ['b/c/0.pdf', 'b/c/2.pdf'].map(listing)
  const found = [source('a/0.pdf'), closed('b/c'), source('b/e.pdf')]
  expect(await filesOf(found, listed, known)).toEqual([
    'a/0.pdf',
    'b/c',
    'b/c/0.pdf',
    'b/c/2.pdf',
    'b/c/d/4.pdf',
    'b/e.pdf',
  ])
})

test('what is found again is not kept, and what is gone from an open place is gone', async () => {
  const listed = ['a.zip/1.pdf', 'a.zip/2.pdf', 'b/3.pdf'].map(listing)
  const found = [closed('a.zip'), source('a.zip/2.pdf')]
  expect(await filesOf(found, listed, [])).toEqual(['a.zip', 'a.zip/1.pdf', 'a.zip/2.pdf'])
  expect(await filesOf([source('b.pdf')], listed, [])).toEqual(['b.pdf'])
})

async function filesOf(found: Found[], listed: Listing[], known: Listing[]): Promise<string[]> {
  async function* listings() {
    yield* listed
  }
  const kept = await withKept(found, { listings, known: new Map(known.map((each) => [each.file, each])) })
  return kept.map(({ file }) => file)
}

function listing(file: string): Listing {
  return { position: 0, file, state: 'document', bytes: 1, sha256: file }
}

function source(file: string): Found {
  return { file, bytes: 1, load: async () => new Uint8Array(1) }
}

function closed(file: string): Found {
  return refused({ file, bytes: 0 }, { zh: '没有读取权限。', en: 'it may not be read.' })
}
