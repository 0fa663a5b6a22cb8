import type { Paper } from './papers.ts'
import type { LedgerLine } from './read-ledger.ts'

/** One file of a set, and what the index says of it. */
export type SetEntry = {
  readonly line: LedgerLine
  readonly unit: LedgerLine['brought'][number]
  /** Null where the unit has brought nothing. */
  readonly paper: Paper | null
  /** Its place in the archive; null without a paper. */
  readonly path: string | null
}

const longest = 40

/** A name that every file system takes, as long as a person reads. */
export const safeName = (text: string, most: number = longest): string => {
  const plain = text
    .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const cut = [...plain]
    .slice(0, most)
    .join('')
    .replace(/[. ]+$/, '')
  return cut === '' ? '未命名' : cut
}

const numbered = (number: number, text: string): string => `${String(number).padStart(2, '0')} ${safeName(text)}`

/** Folders in the order of the standard: standard, section, criterion, what is asked, unit. Two files of one name are told apart. */
export const setEntries = (lines: readonly LedgerLine[]): readonly SetEntry[] => {
  const places = { standard: counter(), section: counter(), criterion: counter() }
  const used = new Map<string, number>()
  return lines.flatMap(line => {
    const { standardId, title, section, id, text } = line.criterion
    const folder = [
      numbered(places.standard('', standardId), title),
      numbered(places.section(standardId, section), section === '' ? '其他' : section),
      numbered(places.criterion(`${standardId} ${section}`, id), text),
      safeName(line.asked.name),
    ].join('/')
    return line.brought.flatMap((unit): SetEntry[] => {
      if (unit.papers.length === 0) return [{ line, unit, paper: null, path: null }]
      return unit.papers.map(paper => {
        const whole = `${folder}/${safeName(unit.unit.name)}/${fileName(paper)}`
        const seen = used.get(whole) ?? 0
        used.set(whole, seen + 1)
        return { line, unit, paper, path: seen === 0 ? whole : apart(whole, seen + 1) }
      })
    })
  })
}

const fileName = ({ kind, name, text }: Paper): string => {
  if (kind === 'text') return `${safeName(name)}.txt`
  const [, stem = name, ending = ''] = /^(.*?)(\.\w{1,8})?$/s.exec(name) ?? []
  return `${safeName(stem === '' ? (text ?? '') : stem)}${ending}`
}

const apart = (path: string, number: number): string => path.replace(/(\.\w{1,8})?$/, ending => ` (${number})${ending}`)

/** Numbers things within their parent in the order in which they come. */
const counter = () => {
  const known = new Map<string, Map<string, number>>()
  return (parent: string, id: string): number => {
    const own = known.get(parent) ?? new Map<string, number>()
    known.set(parent, own)
    const number = own.get(id) ?? own.size + 1
    own.set(id, number)
    return number
  }
}
