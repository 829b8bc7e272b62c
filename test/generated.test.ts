import { expect, test } from 'vitest'
import { schema } from '../src/schema.ts'

// Written by `npm run update` and compared by `npm test`.
test('schemas/report.schema.json', async () => {
  await expect(`${JSON.stringify(schema(), null, 2)}\n`).toMatchFileSnapshot('../schemas/report.schema.json')
})
