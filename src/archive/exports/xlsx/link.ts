import { statSync } from 'node:fs'
import { dirname, relative, sep } from 'node:path'

/** Where a click on a cell leads: a file, relative to the workbook, and the place in it that viewers know. */
export interface Link {
  target: string
  location: string
}

/** Makes the links of a workbook that stands in a folder. */
export function linksFrom(folder: string): (file: string, source?: string) => Link | undefined {
  const targets = new Map<string, string | undefined>()
  return (file, source) => {
    if (!targets.has(file)) targets.set(file, targetOf(file, folder))
    const target = targets.get(file)
    return target === undefined ? undefined : { target, location: locationOf(source) }
  }
}

// Excel gives up a workbook with a longer link.
const longest = 2_000

function targetOf(file: string, folder: string): string | undefined {
  const path = onDisk(file)
  const target = path && encode(relative(folder, path).replaceAll(sep, '/'))
  return target && target.length <= longest ? target : undefined
}

// A member of a ZIP, all.zip/report.pdf, cannot be opened from outside: the link leads to the ZIP.
function onDisk(file: string): string | undefined {
  for (let path = file; path !== dirname(path); path = dirname(path)) {
    if (isFile(path)) return path
  }
  return undefined
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
  } catch {
    return false
  }
}

// Windows takes escaped bytes in the link of a file for its own code page, so that letters of other scripts stay letters;
// escaped is what RFC 3986 gives a meaning or forbids.
function encode(path: string): string {
  return path.replace(/[\s\p{Cc}"#%:<>?[\\\]^`{|}]/gu, encodeURIComponent)
}

// Of a place only the page is known to viewers (RFC 8118).
function locationOf(source = ''): string {
  const [first = ''] = source.split(' ', 1)
  return /#(page=\d+)/u.exec(first)?.[1] ?? ''
}
