import { documents } from './documents.ts'
import { findings } from './findings.ts'
import { funding } from './funding.ts'
import { indicators } from './indicators.ts'
import { projects } from './projects.ts'
import { references } from './references.ts'
import type { Table } from './table.ts'
import { unread } from './unread.ts'

/** What a report says as tables: one for each kind of fact; the last column says where a row is printed. */
export const tables: Table[] = [documents, projects, indicators, funding, references, findings, unread]
