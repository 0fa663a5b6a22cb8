import type { Criterion } from '@luoshi/contract/standards'
import { readEvidence } from '@luoshi/rules/evidence-words'
import { type Book, sheetOf } from '../imports/book.ts'
import { codeOf } from '../imports/headings.ts'
import { readSheet, type WrittenRow } from '../imports/read-sheet.ts'
import type { CellCode, CellError } from './cell-words.ts'
import { criteriaSheet, nameSheet, photoWords } from './table-headings.ts'

/** What was read from a file: nothing is written yet. An id is kept where the file has one. */
export type ReadStandard = {
  readonly title: string | null
  readonly pointType: string | null
  readonly content: readonly (Omit<Criterion, 'id'> & { readonly id: string | null })[]
  readonly errors: readonly CellError[]
}

/** Reads the sheet of criteria; null where the file has none. */
export const readTable = (book: Book): ReadStandard | null => {
  const sheet = sheetOf(book, criteriaSheet.name)
  if (sheet === undefined) return null
  const { rows, lost } = readSheet(sheet, criteriaSheet.headings, 'sentences')
  const errors: CellError[] = lost.map(({ words }) => ({
    ...{ sheet: sheet.name, cell: 'A1', value: '' },
    ...{ code: 'column-missing', params: { column: words } },
  }))
  const content = rows.map(row => readRow(row, errors))
  errors.push(...twins(rows))
  const excess = rows[400]
  if (excess !== undefined) errors.push(wrongAt(excess, 'text', 'too-many'))
  return { ...namesIn(book), content, errors }
}

const namesIn = (book: Book): Pick<ReadStandard, 'title' | 'pointType'> => {
  const told = new Map<string, string>()
  for (const { cells } of sheetOf(book, nameSheet.name)?.rows ?? [])
    told.set((cells.get(1) ?? '').trim(), (cells.get(2) ?? '').trim())
  return { title: told.get(nameSheet.title) || null, pointType: told.get(nameSheet.pointType) || null }
}

const readRow = (row: WrittenRow, errors: CellError[]): ReadStandard['content'][number] => {
  const { texts } = row
  const told = (key: string): string => texts[key] ?? ''
  const refuseUnless = (holds: boolean, key: string, code: CellCode): void => {
    if (!holds) errors.push(wrongAt(row, key, code))
  }
  const weight = told('weight') === '' ? 1 : Number(told('weight').normalize('NFKC'))
  const critical = yesOrNo(told('critical'))
  const photo = told('photo') === '' ? 'optional' : codeOf(photoWords, told('photo'))
  const exceptions = parts(told('exceptions'))
  const evidence = readEvidence(told('evidence'))
  refuseUnless(told('text').length >= 2 && told('text').length <= 1000, 'text', 'text')
  refuseUnless(told('section').length <= 120, 'section', 'section')
  refuseUnless(weight > 0 && weight <= 1000, 'weight', 'weight')
  refuseUnless(critical !== null, 'critical', 'critical')
  for (const key of ['conforms', 'mostly', 'fails']) refuseUnless(told(key).length <= 500, key, 'grade')
  refuseUnless(exceptions.length <= 20 && exceptions.every(one => one.length <= 300), 'exceptions', 'exceptions')
  refuseUnless(evidence !== null, 'evidence', 'evidence')
  refuseUnless(photo !== null, 'photo', 'photo')
  refuseUnless(told('lookWhere').length <= 300, 'lookWhere', 'look')
  refuseUnless(told('lookHow').length <= 500, 'lookHow', 'look')
  return {
    id: isId(told('id')) ? told('id') : null,
    ...{ section: told('section'), text: told('text'), weight, critical: critical ?? false },
    grades: {
      ...(told('conforms') ? { conforms: told('conforms') } : {}),
      ...(told('mostly') ? { mostly: told('mostly') } : {}),
      ...(told('fails') ? { fails: told('fails') } : {}),
    },
    ...{ exceptions, evidence: evidence ?? [], photo: photo ?? 'optional' },
    ...{ lookWhere: told('lookWhere'), lookHow: told('lookHow'), categoryId: null },
  }
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const parts = (text: string): string[] =>
  text
    .split(/[；;\n]/)
    .map(part => part.trim())
    .filter(part => part !== '')

const yesOrNo = (text: string): boolean | null => {
  if (['是', '√', '✓', 'Y', 'y', '1', '一票否决'].includes(text)) return true
  return ['', '否', '×', 'N', 'n', '0'].includes(text) ? false : null
}

const wrongAt = (
  row: WrittenRow,
  key: string,
  code: CellCode,
  params: Readonly<Record<string, string | number>> = {},
): CellError => ({
  ...{ sheet: row.sheet, cell: row.cells[key] ?? `A${row.row}`, value: row.texts[key] ?? '' },
  ...{ code, params },
})

/** The same words twice in one section are asked twice at every point. */
const twins = (rows: readonly WrittenRow[]): readonly CellError[] => {
  const seen = new Map<string, number>()
  return rows.flatMap(row => {
    const key = `${row.texts.section ?? ''}\n${row.texts.text ?? ''}`
    const before = seen.get(key)
    seen.set(key, before ?? row.row)
    return before === undefined || row.texts.text === '' ? [] : [wrongAt(row, 'text', 'twice', { row: before })]
  })
}
