/** A reading of texts that looks only once at each: forms print the same labels again and again, and many parts ask. */
export function remembered<Reading>(read: (text: string) => Reading): (text: string) => Reading {
  const known = new Map<string, Reading>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as Reading
    const reading = read(text)
    // Enough for a long document; what an archive of them holds must not stay.
    if (known.size >= 2000) known.clear()
    known.set(text, reading)
    return reading
  }
}
