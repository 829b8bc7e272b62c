/** Goes over items one by one, and knows whether there is another. */
export class Cursor<T> {
  readonly #items: AsyncIterator<T[]>
  #some: T[] = []
  #at = 0

  constructor(items: AsyncIterable<T[]>) {
    this.#items = items[Symbol.asyncIterator]()
  }

  /** The next item, which stays the next until it is taken; nothing at the end. */
  async next(): Promise<T | undefined> {
    while (this.#at >= this.#some.length) {
      const { done, value } = await this.#items.next()
      if (done) return undefined
      this.#some = value
      this.#at = 0
    }
    return this.#some[this.#at]
  }

  take(): void {
    this.#at += 1
  }

  /** Leaves the rest alone. */
  async end(): Promise<void> {
    await this.#items.return?.()
  }
}
