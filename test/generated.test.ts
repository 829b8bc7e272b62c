import { expect, test } from 'vitest'
import { configurationSchema } from '../src/configuration.ts'
import { schema } from '../src/schema.ts'

// Written by `npm run update` and compared by `npm test`.
test('schemas/report.schema.json', async () => {
  await expect(`${JSON.stringify(schema(), null, 2)}\n`).toMatchFileSnapshot('../schemas/report.schema.json')
})

test('schemas/configuration.schema.json', async () => {
  const path = '../schemas/configuration.schema.json'
  await expect(`${JSON.stringify(configurationSchema(), null, 2)}\n`).toMatchFileSnapshot(path)
})
