import type { Message } from './model.ts'

/** Why an input cannot be read, and what to do about it; the caller puts the name of the file before the sentence. */
export class Failure extends Error {
  readonly says: Message

  constructor(says: Message) {
    super(says.en)
    this.name = 'Failure'
    this.says = says
  }
}

/** That a document does not open without a password, or with the one that was given. */
export class Locked extends Failure {}
