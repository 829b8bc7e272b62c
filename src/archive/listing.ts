import type { Message } from '../model.ts'

/** What became of one file of an archive; `first` is the file whose contents a duplicate repeats. */
export interface Listing {
  position: number
  file: string
  state: 'document' | 'duplicate' | 'skipped' | 'failed'
  bytes?: number
  sha256?: string
  first?: string
  reason?: Message
}
