import { escaped } from './cell.ts'
import type { Part } from './zip.ts'

/** What binds sheets to a workbook: what its parts are, their names, and how cells look. No time is written anywhere. */
export function bindings(sheets: string[]): Part[] {
  return [
    part('xl/styles.xml', stylesheet),
    part('xl/workbook.xml', workbook(sheets)),
    part('xl/_rels/workbook.xml.rels', relations([...sheets.map(sheetRelation), stylesRelation(sheets.length + 1)])),
    part('_rels/.rels', relations([relation(1, 'officeDocument', 'xl/workbook.xml')])),
    part('[Content_Types].xml', types(sheets)),
  ]
}

/** The name of the part with the sheet of a number, from 1. */
export function sheetPart(number: number): string {
  return `xl/worksheets/sheet${number}.xml`
}

function part(name: string, xml: string): Part {
  return { name, text: [`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`] }
}

const schemas = 'http://schemas.openxmlformats.org'
const main = `${schemas}/spreadsheetml/2006/main`

function workbook(sheets: string[]): string {
  const list = sheets.map(
    (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `<workbook xmlns="${main}" xmlns:r="${schemas}/officeDocument/2006/relationships"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets></workbook>`
}

function sheetRelation(_: string, index: number): string {
  return relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)
}

function stylesRelation(id: number): string {
  return relation(id, 'styles', 'styles.xml')
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${schemas}/officeDocument/2006/relationships/${type}" Target="${target}"/>`
}

function relations(list: string[]): string {
  return `<Relationships xmlns="${schemas}/package/2006/relationships">${list.join('')}</Relationships>`
}

function types(sheets: string[]): string {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const overrides = sheets.map((_, index) => override(sheetPart(index + 1), `${spreadsheet}.worksheet+xml`))
  return `<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', `${spreadsheet}.sheet.main+xml`)}${override('xl/styles.xml', `${spreadsheet}.styles+xml`)}${overrides.join('')}</Types>`
}

function override(part: string, type: string): string {
  return `<Override PartName="/${part}" ContentType="${type}"/>`
}

// The formats of cells are counted from 0, in the order of `styles` in cell.ts; number format 4 is #,##0.00.
const stylesheet = `<styleSheet xmlns="${main}">
<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDE6F0"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="6">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>
<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>
<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>
<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" quotePrefix="1"/>
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`
