import csv from './exports/csv.ts'
import datapackage from './exports/datapackage.ts'
import type { Export } from './exports/export.ts'
import ndjson from './exports/ndjson.ts'
import parquet from './exports/parquet.ts'
import xlsx from './exports/xlsx.ts'

export type { Export } from './exports/export.ts'

/** What an archive can be written as, beside the database itself. */
export const exports: Export[] = [csv, ndjson, parquet, xlsx, datapackage]
