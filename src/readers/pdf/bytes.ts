import type { Box } from '../../document.ts'

/** Numbers and boxes written one after the other, in few bytes. */
export class Bytes {
  #bytes = new Uint8Array(64)
  #length = 0

  /** Where the next number will stand. */
  get length(): number {
    return this.#length
  }

  /** Reads what stands from a place on. */
  from(at: number): Cursor {
    return new Cursor(this.#bytes, at)
  }

  /** Lets go of the room for more. */
  close(): void {
    this.#resize(this.#length)
  }

  /** A whole number from 0 on: seven bits a byte, the lowest first (LEB128; DWARF 5, 7.6). */
  number(value: number): void {
    let rest = value
    while (rest > 127) {
      this.#byte((rest & 127) | 128)
      rest >>>= 7
    }
    this.#byte(rest)
  }

  box({ left, top, right, bottom }: Box): void {
    for (const byte of new Uint8Array(Float64Array.of(left, top, right, bottom).buffer)) this.#byte(byte)
  }

  /**
   * The boxes of characters, four numbers each, in less than half of their bytes, and exactly: the bits of each number as
   * their distance from what is to be expected. A character begins where the one before ends, and is as wide and as high.
   */
  boxes(glyphs: Float32Array): void {
    const bits = new Int32Array(glyphs.buffer, glyphs.byteOffset, glyphs.length)
    let [end, width, upper, lower] = [0, 0, 0, 0]
    for (let at = 0; at < bits.length; at += 4) {
      const [left = 0, top = 0, right = 0, bottom = 0] = [bits[at], bits[at + 1], bits[at + 2], bits[at + 3]]
      this.#distance(left - end)
      this.#distance(top - upper)
      this.#distance(right - left - width)
      this.#distance(bottom - lower)
      end = right
      width = right - left
      upper = top
      lower = bottom
    }
  }

  // To and fro by turns: 0, -1, 1, -2, 2 ...
  #distance(value: number): void {
    this.number(((value << 1) ^ (value >> 31)) >>> 0)
  }

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#resize(this.#length * 2)
    this.#bytes[this.#length++] = value
  }

  #resize(length: number): void {
    this.#bytes = new Uint8Array(this.#bytes.buffer.transfer(length))
  }
}

/** A place among bytes, from which what was written there is read. */
export class Cursor {
  readonly #bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes
    this.at = at
  }

  number(): number {
    let [value, shift, byte] = [0, 0, 128]
    while (byte > 127) {
      byte = this.#bytes[this.at++] ?? 0
      value |= (byte & 127) << shift
      shift += 7
    }
    return value >>> 0
  }

  box(): Box {
    const numbers = new Float64Array(this.#bytes.slice(this.at, this.at + 32).buffer)
    this.at += 32
    const [left = 0, top = 0, right = 0, bottom = 0] = numbers
    return { left, top, right, bottom }
  }

  boxes(count: number): Float32Array {
    const bits = new Int32Array(count * 4)
    let [end, width, upper, lower] = [0, 0, 0, 0]
    for (let at = 0; at < bits.length; at += 4) {
      const left = end + this.#distance()
      upper += this.#distance()
      width += this.#distance()
      lower += this.#distance()
      end = left + width
      bits[at] = left
      bits[at + 1] = upper
      bits[at + 2] = end
      bits[at + 3] = lower
    }
    return new Float32Array(bits.buffer)
  }

  #distance(): number {
    const value = this.number()
    return (value >>> 1) ^ -(value & 1)
  }
}
