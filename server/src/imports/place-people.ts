import type { Role } from '@luoshi/rules/role'
import * as z from 'zod'
import { accountOf } from '../sign-in/accounts.ts'
import type { CellCode } from './cell-words.ts'
import { codeOf, roleWords } from './headings.ts'
import { wrongAt } from './place-units.ts'
import type { WrittenRow } from './read-sheet.ts'
import type { CellError } from './read-workbook.ts'
import { findNode, isManaged, type Node } from './tree.ts'

export type KnownPerson = {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  readonly managed: boolean
  readonly seats: readonly { readonly unitId: string; readonly role: string; readonly title: string | null }[]
}

export type PersonStep = {
  readonly row: number
  readonly what: 'added' | 'changed' | 'same'
  /** Null for somebody new. */
  readonly personId: string | null
  readonly account: string
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  readonly seat: { readonly unitId: string; readonly role: Role; readonly title: string | null }
}

export type PlacedPeople = { readonly steps: readonly PersonStep[]; readonly errors: readonly CellError[] }

/** A row gives one person one seat; rows of one account are one person, who has one name. */
export const placePeople = (
  rows: readonly WrittenRow[],
  nodes: readonly Node[],
  known: ReadonlyMap<string, KnownPerson>,
  scope: readonly string[],
): PlacedPeople => {
  const steps: PersonStep[] = []
  const errors: CellError[] = []
  for (const row of rows) {
    const placed = placePerson(row, nodes, known, scope)
    const before = steps.find(({ account }) => account === placed.step?.account)
    if (before !== undefined && before.name !== placed.step?.name)
      errors.push(wrongAt(row, 'name', { code: 'other-name', params: { account: before.account, row: before.row } }))
    errors.push(...placed.errors)
    if (placed.step !== null) steps.push(placed.step)
  }
  return { steps, errors }
}

type Placed = { readonly step: PersonStep | null; readonly errors: readonly CellError[] }

const isEmail = (text: string): boolean => z.email().max(120).safeParse(text).success

const placePerson = (
  row: WrittenRow,
  nodes: readonly Node[],
  known: ReadonlyMap<string, KnownPerson>,
  scope: readonly string[],
): Placed => {
  const { name = '', unit = '', role: roleText = '', title = '', phone = '', email = '' } = row.texts
  const account = accountOf(row.texts.account ?? '')
  const role = codeOf(roleWords, roleText)
  const found = findNode(nodes, unit)
  const person = known.get(account)
  const errors: CellError[] = []
  const check = (right: boolean, key: string, code: CellCode): void => {
    if (!right) errors.push(wrongAt(row, key, { code }))
  }
  check(name.length >= 1 && name.length <= 40, 'name', 'person-name')
  check(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,39}$/u.test(account), 'account', 'account')
  check(person === undefined || person.managed, 'account', 'account-taken')
  check(role !== null, 'role', 'role')
  check(title.length <= 60, 'title', 'title')
  check(phone === '' || /^[0-9+\- ]{5,20}$/.test(phone), 'phone', 'phone')
  check(email === '' || isEmail(email), 'email', 'email')
  if ('wrong' in found) errors.push(wrongAt(row, 'unit', found.wrong))
  else check(isManaged(found.node, scope), 'unit', 'unit-out-of-reach')
  if (errors.length > 0 || role === null || 'wrong' in found) return { step: null, errors }

  const step = {
    row: row.row,
    personId: person?.id ?? null,
    account,
    name,
    phone: phone === '' ? (person?.phone ?? null) : phone,
    email: email === '' ? (person?.email ?? null) : email,
    seat: { unitId: found.node.id, role, title: title === '' ? null : title },
  }
  return { step: { ...step, what: whatOf(person, step) }, errors: [] }
}

const whatOf = (person: KnownPerson | undefined, step: Omit<PersonStep, 'what'>): PersonStep['what'] => {
  if (person === undefined) return 'added'
  const sits = person.seats.some(
    ({ unitId, role, title }) =>
      unitId === step.seat.unitId && role === step.seat.role && (step.seat.title === null || title === step.seat.title),
  )
  const same = person.name === step.name && person.phone === step.phone && person.email === step.email
  return sits && same ? 'same' : 'changed'
}
