import type { Criterion } from '@luoshi/contract/standards'
import { evidenceText, readEvidence } from '@luoshi/rules/evidence-words'

export type Content = readonly Criterion[]

/** The cells of a line, in the order of the table; a paste fills them from where it began. */
export const columns = [
  'section',
  'text',
  'weight',
  'critical',
  'conforms',
  'mostly',
  'fails',
  'exceptions',
  'evidence',
  'photo',
  'lookWhere',
  'lookHow',
] as const
export type ColumnKey = (typeof columns)[number]

export const emptyCriterion = (id: string, section = ''): Criterion => ({
  ...{ id, section, text: '', weight: 1, critical: false, grades: {}, exceptions: [], evidence: [] },
  ...{ photo: 'optional', lookWhere: '', lookHow: '', categoryId: null },
})

/** A cell as it is written in the table. */
export const cellText = (one: Criterion, column: ColumnKey): string => {
  switch (column) {
    case 'conforms':
    case 'mostly':
    case 'fails':
      return one.grades[column] ?? ''
    case 'exceptions':
      return one.exceptions.join('\n')
    case 'evidence':
      return evidenceText(one.evidence, '\n')
    case 'weight':
      return String(one.weight)
    case 'critical':
      return one.critical ? '是' : '否'
    case 'photo':
      return photoWords[one.photo]
    default:
      return one[column]
  }
}

const photoWords = { none: '不拍', optional: '可拍', required: '必拍' } as const

/** The line with a cell written; null where the cell cannot hold that. */
export const withCell = (one: Criterion, column: ColumnKey, text: string): Criterion | null => {
  const plain = text.trim()
  switch (column) {
    case 'conforms':
    case 'mostly':
    case 'fails': {
      const { [column]: _, ...rest } = one.grades
      return { ...one, grades: plain === '' ? rest : { ...rest, [column]: text.slice(0, 500) } }
    }
    case 'exceptions':
      return { ...one, exceptions: partsOf(text).slice(0, 20) }
    case 'evidence': {
      const evidence = readEvidence(text)
      return evidence === null ? null : { ...one, evidence }
    }
    case 'weight': {
      const weight = plain === '' ? 1 : Number(plain.normalize('NFKC'))
      return weight > 0 && weight <= 1000 ? { ...one, weight } : null
    }
    case 'critical':
      return yes.has(plain) ? { ...one, critical: true } : no.has(plain) ? { ...one, critical: false } : null
    case 'photo': {
      if (plain === '') return one
      const found = (['none', 'optional', 'required'] as const).find(key => photoWords[key] === plain)
      return found === undefined ? null : { ...one, photo: found }
    }
    default:
      return { ...one, [column]: text.slice(0, most[column]) }
  }
}

const most = { section: 120, text: 1000, lookWhere: 300, lookHow: 500 } as const
const yes = new Set(['是', '√', '✓', 'y', 'Y', '1', '一票否决'])
const no = new Set(['', '否', '×', 'n', 'N', '0'])

const partsOf = (text: string): string[] =>
  text
    .split(/[；;\n]/)
    .map(part => part.trim().slice(0, 300))
    .filter(part => part !== '')

export const changed = (content: Content, id: string, change: (one: Criterion) => Criterion): Content =>
  content.map(one => (one.id === id ? change(one) : one))

/** A new line after the given one, in its section; at the end where none is given. */
export const added = (content: Content, after: string | null, id: string): Content => {
  const place = after === null ? content.length : content.findIndex(one => one.id === after) + 1
  const section = content[place - 1]?.section ?? ''
  return [...content.slice(0, place), emptyCriterion(id, section), ...content.slice(place)]
}

export const removed = (content: Content, id: string): Content => content.filter(one => one.id !== id)

/** One place up or down. A line that comes in between the lines of another section joins it. */
export const moved = (content: Content, id: string, by: 1 | -1): Content => {
  const from = content.findIndex(one => one.id === id)
  const to = from + by
  const [line, other] = [content[from], content[to]]
  if (line === undefined || other === undefined) return content
  const next = [...content]
  if (line.section !== other.section) {
    // At the edge of its section it first changes the section and keeps its place.
    next[from] = { ...line, section: other.section }
    return next
  }
  next[from] = other
  next[to] = line
  return next
}

/** What still has to be written before the draft can be saved. */
export const unready = (content: Content): readonly string[] =>
  content.filter(({ text }) => text.trim().length < 2).map(({ id }) => id)
