import { placesOf, type Table } from './table.ts'

/** One row for each funding line. */
export const funding: Table = {
  name: 'funding',
  columns: ['file', 'project_id', 'of', 'label', 'part_of', 'source_kind', 'amount_yuan', 'source'],
  rows: ({ file, projects }) =>
    projects.flatMap(({ id, form }) =>
      (form?.funding.lines ?? []).map(({ of, label, partOf, source, amount }) => [
        file,
        id,
        of,
        label,
        partOf,
        source,
        amount.value?.yuan,
        placesOf(amount.source),
      ]),
    ),
}
