import { existsSync } from 'node:fs'
import { dirname, extname, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The folder of the package: it holds package.json, and the code as sources or as built, where files have moved together. */
export const packageFolder = above(import.meta.dirname)

/** A module of ours by its path in src/, without an ending: as a source when this runs as one, else as it is built. */
export function moduleAt(path: string): URL {
  const [code = ''] = relative(packageFolder, import.meta.dirname).split(sep)
  return pathToFileURL(join(packageFolder, code, `${path}${extname(import.meta.filename)}`))
}

function above(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : above(dirname(folder))
}
