import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Differences, differencesBetween, type Edition } from '../src/difference.ts'
import { Report } from '../src/model.ts'
import { csv } from '../src/writers/difference/csv.ts'
import { json } from '../src/writers/difference/json.ts'
import { text } from '../src/writers/difference/text.ts'
import { complete } from './partial.ts'

// fixtures/differences/<case>: before.json and after.json, or a file for each year; parts of reports as test/partial.ts
// completes them.
const cases = readdirSync('fixtures/differences')

describe('differences', () => {
  test.each(cases)('%s', async (name) => {
    const differences = differencesBetween(editionsIn(name))
    const outputs = {
      json: json(differences),
      csv: await csv(differences),
      'en.txt': text(differences, 'en'),
      'zh.txt': text(differences, 'zh'),
    }
    for (const [ending, content] of Object.entries(outputs)) {
      await expect(content).toMatchFileSnapshot(`../fixtures/differences/${name}/output.${ending}`)
    }
  })
})

describe.each(cases)('%s', (name) => {
  test('differs from itself in nothing', () => {
    for (const edition of editionsIn(name)) expect(countOf(differencesBetween([edition, edition]))).toBe(0)
  })

  test('differs backwards as it does forwards', () => {
    const editions = editionsIn(name)
    expect(countOf(differencesBetween([...editions].reverse()))).toBe(countOf(differencesBetween(editions)))
  })

  test('accounts for every project once', () => {
    for (const { before, after, projects } of differencesBetween(editionsIn(name)).comparisons) {
      const sides = (['before', 'after'] as const).map((side) => projects.filter((project) => side in project).length)
      expect(sides).toEqual([before.projects, after.projects])
    }
  })

  test('has sources for both sides of every difference', () => {
    for (const { projects } of differencesBetween(editionsIn(name)).comparisons) {
      for (const project of projects) {
        const differences = 'differences' in project ? project.differences : []
        const sources = differences.flatMap(({ before, after }) => [before.source, after.source])
        const places = 'lookedIn' in project ? [project.lookedIn] : []
        for (const source of [...sources, ...places]) expect(source.length).toBeGreaterThan(0)
      }
    }
  })
})

test('names without an equal are compared in bounded time, which is said', () => {
  const editions = ['before', 'after'].map((side, index): Edition => {
    const named = Array.from({ length: 3000 }, (_, at) => ({
      id: String(at),
      name: { text: String.fromCharCode(0x4e00 + index, 0x4e10 + (at % 90), 0x4f00 + at).repeat(7) },
    }))
    return { name: side, reports: [Report.parse(complete({ projects: named }))] }
  })
  const differences = differencesBetween(editions)
  expect(differences.comparisons.map(({ isLimited }) => isLimited)).toEqual([true])
  expect(countOf(differences)).toBe(6000)
  expect(text(differences, 'en')).toContain('There are too many projects without an equal')
})

test('a figure at the beginning of a name is no number of a list', () => {
  const editions = ['1.5万亩农田改造', '2.5万亩农田改造'].map((text) =>
    edition({ projects: [{ id: '1', name: { text } }] }),
  )
  const [comparison] = differencesBetween(editions).comparisons
  expect(comparison?.projects.map(({ state }) => state)).toEqual(['new', 'gone'])
})

test('where a year is not printed the order of the editions stands', () => {
  const projects = [{ id: '1', name: { text: '农田改造' } }]
  const years = [{ fiscalYear: { value: 2020, text: '2020年' } }, {}]
  const editions = years.map((year, at) => edition({ ...year, file: `${at}.txt`, projects }))
  expect(differencesBetween(editions).histories.map(({ file }) => file)).toEqual(['1.txt'])
})

function edition(part: object): Edition {
  return { name: 'edition', reports: [Report.parse(complete(part))] }
}

function editionsIn(name: string): Edition[] {
  const files = readdirSync(`fixtures/differences/${name}`).filter((file) => /^(?!output)\S+\.json$/u.test(file))
  return files
    .sort((a, b) => (a === 'after.json' ? 1 : b === 'after.json' ? -1 : a.localeCompare(b)))
    .map((file) => {
      const content = JSON.parse(readFileSync(`fixtures/differences/${name}/${file}`, 'utf8'))
      return { name: file, reports: [content].flat().map((part: object) => Report.parse(complete(part))) }
    })
}

function countOf({ comparisons }: Differences): number {
  return comparisons
    .flatMap(({ projects }) => projects)
    .reduce((sum, project) => sum + ('differences' in project ? project.differences.length : 1), 0)
}
