import { link, mkdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { codeOf } from '../../writing.ts'
import { existing, explained } from './failures.ts'
import { definitions, literal } from './shape.ts'

/** A database that is open. */
export interface Database {
  /** One more connection: a result that is still being read occupies its own. */
  connect(): Promise<DuckDBConnection>
  close(): void
}

/** Makes the database: others never see it without its tables. Throws a Failure, also when another process was faster. */
export async function create(path: string, inputs: string): Promise<void> {
  const draft = `${path}.${process.pid}.new`
  await mkdir(dirname(path), { recursive: true })
  await clear(draft)
  try {
    await fill(draft, inputs)
  } catch (error) {
    await clear(draft)
    throw explained(error, path)
  }
  await place(draft, path)
}

async function clear(draft: string): Promise<void> {
  for (const remnant of [draft, `${draft}.wal`]) await rm(remnant, { force: true })
}

async function fill(draft: string, inputs: string): Promise<void> {
  const database = await open(draft)
  const connection = await database.connect()
  try {
    const first = `INSERT INTO archive VALUES (${format}, ${literal(inputs)}, 0)`
    await connection.run(['BEGIN', ...definitions(), first, 'COMMIT', 'CHECKPOINT'].join(';'))
  } finally {
    database.close()
  }
}

// To rename it would take the place of a database that another process has just made. Some disks know no second name.
async function place(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path)
    await rm(draft)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') return rename(draft, path)
    await rm(draft)
    throw existing(path)
  }
}

/** The way the tables are laid out; it changes when an older program could not read them. */
export const format = 1

/** Opens a database, by its whole path: md:out would be a service. Throws a Failure when it is none, is damaged, or is in use. */
export async function open(path: string, mode: 'write' | 'read' = 'write'): Promise<Database> {
  const spill = mode === 'write' ? `${path}.tmp` : join(tmpdir(), `disclose-${process.pid}`)
  if (mode === 'write') await rm(spill, { recursive: true, force: true })
  const { connect, close } = await engine(spill)
  try {
    // Without its type a file that another program wrote would be opened by what its name or its beginning says.
    const manner = mode === 'read' ? 'READ_ONLY' : `ROW_GROUP_SIZE ${rowGroupSize}`
    const connection = await connect()
    await connection.run(`ATTACH ${literal(resolve(path))} AS archive (TYPE duckdb, ${manner})`)
  } catch (error) {
    close()
    throw explained(error, path)
  }
  return { connect: async () => use(await connect()), close }
}

// A database that has a connection stays open until that is collected as garbage. One that closes late gives away the
// locks of all others on the same file (POSIX fcntl): the draft of an archive those of the archive.
async function engine(spill: string): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', { ...settings, temp_directory: spill })
  const connections: DuckDBConnection[] = []
  return {
    async connect() {
      const connection = await instance.connect()
      connections.push(connection)
      return connection
    },
    close() {
      for (const connection of connections) connection.closeSync()
      instance.closeSync()
    },
  }
}

async function use(connection: DuckDBConnection): Promise<DuckDBConnection> {
  await connection.run('USE archive')
  return connection
}

// One thread, for the cores are busy with reading documents; and no more memory however large the archive is.
const settings = {
  threads: '1',
  memory_limit: '256MB',
  checkpoint_threshold: '64MB',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
}

// Each checkpoint writes the last row group of a table anew: the usual 122880 rows of long texts would make every
// commit dearer than the one before.
const rowGroupSize = 16_384
