import type { Message } from '../../../model.ts'
import type { Column, Value } from '../../../tables/table.ts'
import type { Entry } from '../../../writers/writer.ts'
import { stored } from '../../store/shape.ts'
import { everyTable, type Written } from '../every-table.ts'
import type { ReadableArchive, Rows } from '../export.ts'
import { facts } from './facts.ts'

/** A table of the package: the columns that tell its rows apart, and the table to whose rows its own belong. */
export interface Resource {
  name: string
  says: Message
  columns: Column[]
  key: string[]
  parent?: Parent | undefined
  rows(): Rows
}

interface Parent {
  name: string
  fields: string[]
}

/** The money of projects first, then all that is known of them and of their documents. */
export function resourcesOf(archive: ReadableArchive): Resource[] {
  return [moneyOf(archive), ...everyTable(archive).map(ordinary)]
}

function moneyOf(archive: ReadableArchive): Resource {
  const { name, says, columns } = facts
  const key = ['file', 'project_id', 'kind', 'phase']
  return { name, says, columns, key, parent: project, rows: () => stated(archive.entries()) }
}

async function* stated(entries: AsyncIterable<Entry>): AsyncGenerator<Value[][]> {
  for await (const entry of entries) {
    if (!('error' in entry)) yield facts.rows(entry)
  }
}

function ordinary(table: Written): Resource {
  const { name, says, columns } = table
  const shape = stored.find((stored) => stored.name === name)
  const key = shape?.key ?? []
  const named = { name: name === facts.name ? project.name : name, says, key, parent: parents[name] }
  if (!key.includes('row')) return { ...named, columns, rows: table.rows }
  return { ...named, columns: shape?.columns ?? [], rows: () => numbered(table.rows()) }
}

// The table of projects has their texts, too; `projects` is what a Fiscal Data Package calls their money.
const project: Parent = { name: 'project-details', fields: ['file', 'project_id'] }
const document: Parent = { name: 'documents', fields: ['file'] }

// A finding, a citation or an unread text need not belong to a project.
const parents: Record<string, Parent> = {
  documents: { name: 'files', fields: ['file'] },
  projects: document,
  indicators: project,
  funding: project,
  references: document,
  findings: document,
  unread: document,
}

async function* numbered(rows: Rows): AsyncGenerator<Value[][]> {
  let [file, place]: [Value, number] = [undefined, 0]
  for await (const some of rows) {
    yield some.map((row) => {
      place = row[0] === file ? place + 1 : 1
      file = row[0]
      return [...row, place]
    })
  }
}
