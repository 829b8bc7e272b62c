#!/usr/bin/env node
import module from 'node:module'
import v8 from 'node:v8'

// Plain old syntax first: an older Node must get this sentence, not a syntax error from a dependency.
var version = process.versions.node.split('.').map(Number)
if (version[0] < 22 || (version[0] === 22 && version[1] < 13)) {
  process.stderr.write(`disclose needs Node.js 22.13 or newer; this is ${process.versions.node}.\n`)
  process.exit(2)
}
// Half of the time for a short PDF would go into compiling pdf.js again; where nothing can be kept, Node goes on without.
module.enableCompileCache()
// pdf.js asks what a Response can do, and Node would load its HTTP client to tell: a tenth of the time for a short PDF.
globalThis.Response = class {
  bytes() {}
}
// That is room for the young objects of a page or two. V8 would go on to 128 MB, and be no faster for it.
const enough = 8 * 2 ** 20
const watch = setInterval(() => {
  const young = v8.getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')
  if (young.space_size < enough) return
  v8.setFlagsFromString('--semi-space-growth-factor=1')
  clearInterval(watch)
}, 20).unref()
import('../dist/cli.js')
