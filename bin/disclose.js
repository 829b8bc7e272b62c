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
// V8 takes more room the more there is: that for young objects would grow to 128 MB, and be no faster for it, and the rest
// to twice what a long document needs.
const limits = [
  { space: 'new_space', size: 8 * 2 ** 20, flag: '--semi-space-growth-factor=1' },
  { space: 'old_space', size: 48 * 2 ** 20, flag: '--heap-growing-percent=50' },
]
setInterval(() => {
  for (const { space_name: name, space_size: size } of v8.getHeapSpaceStatistics()) {
    const limit = limits.find(({ space }) => space === name)
    if (limit && size >= limit.size) v8.setFlagsFromString(limit.flag)
  }
}, 20).unref()
import('../dist/cli.js')
