/** What was worked out about parts of the model, since several rules ask for the same; until it is forgotten. */
export class Known<K extends object, V> {
  #values = new WeakMap<K, V>()

  constructor() {
    everything.push(this)
  }

  has(key: K): boolean {
    return this.#values.has(key)
  }

  get(key: K): V | undefined {
    return this.#values.get(key)
  }

  set(key: K, value: V): void {
    this.#values.set(key, value)
  }

  clear(): void {
    this.#values = new WeakMap()
  }
}

const everything: { clear(): void }[] = []

/** Forgets it all: a project is not asked for again once the rules have seen it, but lives as long as its report. */
export function forget(): void {
  for (const known of everything) known.clear()
}
