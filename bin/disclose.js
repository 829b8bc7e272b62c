#!/usr/bin/env node
import module from 'node:module'

// Plain old syntax first: an older Node must get this sentence, not a syntax error from a dependency.
var version = process.versions.node.split('.').map(Number)
if (version[0] < 22 || (version[0] === 22 && version[1] < 13)) {
  process.stderr.write(`disclose needs Node.js 22.13 or newer; this is ${process.versions.node}.\n`)
  process.exit(2)
}
// Half of the time for a short PDF would go into compiling pdf.js again; where nothing can be kept, Node goes on without.
module.enableCompileCache()
import('../dist/cli.js')
