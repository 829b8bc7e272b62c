import { z } from 'zod'
import { Report } from './model.ts'

/** The JSON Schema of a report (draft 2020-12). */
export function schema(): object {
  return z.toJSONSchema(Report)
}
