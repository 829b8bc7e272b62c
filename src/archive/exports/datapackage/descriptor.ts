import type { Column } from '../../../tables/table.ts'
import { facts } from './facts.ts'
import { columnTypes, constants } from './fiscal.ts'
import type { Resource } from './resource.ts'

/**
 * What `datapackage.json` says (Tabular Data Package 1.0, with the column types of the Fiscal Data Package 1.0rc1). Who
 * published the documents under which licence is not known here; the time of writing is left out on purpose.
 */
export function descriptor(resources: Resource[]): object {
  return {
    profile: 'tabular-data-package',
    name: 'fiscal-disclosures',
    title: '财政信息公开数据 Fiscal disclosures',
    description:
      'What Chinese fiscal disclosure documents state: the money of projects as a Fiscal Data Package, and their indicators, ' +
      'funding, cited documents, findings and unread texts. Every row says where it is printed.',
    resources: resources.map(resource),
  }
}

function resource({ name, says, columns, key, parent }: Resource): object {
  const isFiscal = name === facts.name
  return {
    profile: 'tabular-data-resource',
    name,
    path: `${name}.csv`,
    title: says.zh,
    description: says.en,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map((column) =>
        field(column, key.includes(column.name), isFiscal ? columnTypes[column.name] : undefined),
      ),
      ...(isFiscal && { extraFields: constants }),
      missingValues: [''],
      primaryKey: key,
      ...(parent && { foreignKeys: [belonging(parent)] }),
    },
  }
}

function belonging({ name, fields }: NonNullable<Resource['parent']>): object {
  return { fields, reference: { resource: name, fields } }
}

function field({ name, type, says }: Column, isKey: boolean, columnType: string | undefined): object {
  return {
    name,
    type: columnType?.startsWith('date:fiscal:') ? 'date' : types[type],
    title: says.zh,
    description: says.en,
    ...(columnType && { columnType }),
    ...(isKey && { constraints: { required: true } }),
  }
}

const types: Record<Column['type'], string> = { text: 'string', integer: 'integer', number: 'number', amount: 'number' }
