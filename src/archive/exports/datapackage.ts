import { join } from 'node:path'
import { textOf } from './csv.ts'
import { descriptor } from './datapackage/descriptor.ts'
import { resourcesOf } from './datapackage/resource.ts'
import type { Export } from './export.ts'
import { save } from './output.ts'

/** A Frictionless Data Package: CSV and a description of it; the money of projects with the column types of fiscal data. */
const datapackage: Export = {
  name: 'datapackage',
  place: 'datapackage',
  async write(archive, folder) {
    const resources = resourcesOf(archive)
    for (const { name, columns, rows } of resources) {
      await save(join(folder, 'datapackage', `${name}.csv`), textOf(columns, rows(), false))
    }
    const text = `${JSON.stringify(descriptor(resources), null, 2)}\n`
    await save(join(folder, 'datapackage', 'datapackage.json'), [text])
  },
}

export default datapackage
