import { openArchive } from '../src/archive/store.ts'
import type { Report } from '../src/model.ts'
import { listingOf, outcomeOf, sha256Of } from './archive.store.outcomes.ts'

/** Commits one document under many names and says which are kept; nothing is settled. For a test that kills it. */
process.on('message', async (message) => {
  // The test sends nothing else.
  const { path, report, files } = message as { path: string; report: Report; files: string[] }
  const archive = await openArchive(path, { version: '1', inputs: ['archive'], resume: true })
  try {
    for (const [index, file] of files.entries()) {
      const named = { ...report, file, sha256: sha256Of(file) }
      await archive.commit(listingOf(named, index + 1), outcomeOf(named))
      process.send?.(file)
    }
  } catch (error) {
    process.send?.(error instanceof Error ? error.message : String(error))
  }
  process.exit()
})
