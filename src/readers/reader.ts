import type { Document, Format } from '../document.ts'

/** Turns the bytes of one file format into a document. */
export interface Reader {
  name: Format
  /** Whether the bytes are in this format: told by content, never by file name. */
  accepts(bytes: Uint8Array): boolean
  /** Reads the bytes; throws a Failure that says what is wrong with them. */
  read(bytes: Uint8Array, file: string, options: ReadOptions): Promise<Document>
}

export interface ReadOptions {
  /** Opens an encrypted file; the empty password is always tried. */
  password?: string | undefined
}
