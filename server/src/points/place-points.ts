import type { WrittenRow } from '../imports/read-sheet.ts'
import { findNode, isManaged, type Node } from '../imports/tree.ts'
import { isReached } from '../units/reach.ts'
import type { CellCode, CellError, Wrong } from './cell-words.ts'
import { isPointCode } from './point-code.ts'

/** A point as the sheet would have it. */
export type PlacedPoint = {
  readonly code: string | null
  readonly pointType: string
  readonly name: string
  readonly unitId: string
  readonly unitPath: string
  readonly address: string
  readonly contactName: string
  readonly contactPhone: string
  readonly longitude: number | null
  readonly latitude: number | null
  readonly note: string
}

export type KnownPoint = PlacedPoint & {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly archived: boolean
}

export type PointStep = {
  readonly row: number
  readonly what: 'added' | 'changed' | 'same'
  /** Null for one that is new. */
  readonly id: string | null
  readonly version: number | null
  readonly point: PlacedPoint
}

export type PlacedPoints = { readonly steps: readonly PointStep[]; readonly errors: readonly CellError[] }

type Ground = {
  readonly units: readonly Node[]
  readonly scope: readonly string[]
  readonly known: readonly KnownPoint[]
}

/** What each row would do: change the point of its code, or of its unit, type and name; else add one. An empty cell keeps what is there. */
export const placePoints = (rows: readonly WrittenRow[], { units, scope, known }: Ground): PlacedPoints => {
  const byCode = new Map(known.map(point => [point.code, point]))
  const byName = new Map(known.filter(({ archived }) => !archived).map(point => [keyOf(point), point]))
  const unitOf = unitFinder(units)
  const taken = new Map<string, number>()
  const steps: PointStep[] = []
  const errors: CellError[] = []
  for (const row of rows) {
    const wrong = (key: string, is: Wrong | CellCode): void => void errors.push(wrongAt(row, key, is))
    const before = errors.length
    const written = readRow(row, wrong)
    const found = unitOf(row.texts.unit ?? '')
    if ('wrong' in found) wrong('unit', found.wrong)
    else if (!isManaged(found.node, scope)) wrong('unit', 'unit-out-of-reach')
    const coded = written.code === null ? undefined : byCode.get(written.code)
    if (coded?.archived) wrong('code', { code: 'archived', params: { code: coded.code } })
    else if (coded && !isReached(coded.unitPath, scope))
      wrong('code', { code: 'code-taken', params: { code: coded.code } })
    if (errors.length > before || 'wrong' in found) continue

    const point = { ...written, unitId: found.node.id, unitPath: found.node.path }
    const same = coded ?? byName.get(keyOf(point))
    const key = same?.id ?? written.code ?? keyOf(point)
    const earlier = taken.get(key) ?? taken.get(keyOf(point))
    if (earlier !== undefined) {
      wrong('name', { code: 'twice', params: { row: earlier } })
      continue
    }
    for (const one of [key, keyOf(point)]) taken.set(one, row.row)
    steps.push(stepOf(row.row, point, same))
  }
  return { steps, errors }
}

const stepOf = (row: number, point: PlacedPoint, known: KnownPoint | undefined): PointStep => {
  if (known === undefined) return { row, what: 'added', id: null, version: null, point }
  const kept: PlacedPoint = {
    ...point,
    code: known.code,
    address: point.address || known.address,
    contactName: point.contactName || known.contactName,
    contactPhone: point.contactPhone || known.contactPhone,
    longitude: point.longitude ?? known.longitude,
    latitude: point.latitude ?? known.latitude,
    note: point.note || known.note,
  }
  const isSame = (Object.keys(kept) as (keyof PlacedPoint)[]).every(field => kept[field] === known[field])
  return { row, what: isSame ? 'same' : 'changed', id: known.id, version: known.version, point: kept }
}

const keyOf = ({ unitId, pointType, name }: Pick<PlacedPoint, 'unitId' | 'pointType' | 'name'>): string =>
  `${unitId}\n${pointType}\n${name}`

/** A unit is named in many rows and looked for once. */
const unitFinder = (units: readonly Node[]) => {
  const found = new Map<string, { readonly node: Node } | { readonly wrong: Wrong }>()
  return (reference: string) => {
    const before = found.get(reference)
    if (before !== undefined) return before
    const answer = findNode(units, reference)
    const told =
      'node' in answer
        ? answer
        : answer.wrong.code === 'ambiguous'
          ? { wrong: { code: 'unit-ambiguous' as const, params: answer.wrong.params ?? {} } }
          : { wrong: { code: 'unit-not-found' as const, params: { reference } } }
    found.set(reference, told)
    return told
  }
}

const readRow = (
  { texts }: WrittenRow,
  wrong: (key: string, is: CellCode) => void,
): Omit<PlacedPoint, 'unitId' | 'unitPath'> => {
  const told = (key: string): string => texts[key] ?? ''
  const code = told('code').toUpperCase()
  if (code !== '' && !isPointCode(code)) wrong('code', 'code')
  if (told('name') === '' || told('name').length > 120) wrong('name', 'name')
  if (told('pointType') === '' || told('pointType').length > 60) wrong('pointType', 'point-type')
  if (told('address').length > 200) wrong('address', 'address')
  if (told('contactName').length > 40) wrong('contactName', 'contact-name')
  if (!/^[\d\s+()-]{0,30}$/.test(told('contactPhone'))) wrong('contactPhone', 'contact-phone')
  if (told('note').length > 500) wrong('note', 'note')
  const longitude = degrees(told('longitude'), 180)
  const latitude = degrees(told('latitude'), 90)
  if (longitude === undefined || (longitude === null) !== (told('latitude') === '')) wrong('longitude', 'position')
  else if (latitude === undefined) wrong('latitude', 'position')
  return {
    code: code === '' ? null : code,
    ...{ name: told('name'), pointType: told('pointType'), address: told('address') },
    ...{ contactName: told('contactName'), contactPhone: told('contactPhone'), note: told('note') },
    ...{ longitude: longitude ?? null, latitude: latitude ?? null },
  }
}

/** Null where nothing is written, undefined where it is no such number. */
const degrees = (text: string, most: number): number | null | undefined => {
  if (text === '') return null
  const value = Number(text)
  return Number.isFinite(value) && Math.abs(value) <= most ? value : undefined
}

const wrongAt = (row: WrittenRow, key: string, is: Wrong | CellCode): CellError => ({
  ...{ sheet: row.sheet, cell: row.cells[key] ?? `A${row.row}`, value: row.texts[key] ?? '' },
  ...(typeof is === 'string' ? { code: is } : is),
})
