import { Failure } from '../../failure.ts'
import type { Message } from '../../model.ts'
import type { Source } from '../source.ts'

/** What may hold documents but cannot be read: it fails when it is loaded, as a damaged document does. */
export function refused({ file, bytes }: Omit<Source, 'load'>, says: Message): Source {
  return { file, bytes, isClosed: true, load: () => Promise.reject(new Failure(says)) }
}
