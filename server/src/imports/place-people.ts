import type { Role } from '@luoshi/rules/role'
import * as z from 'zod'
import { accountOf } from '../sign-in/accounts.ts'
import { codeOf, roleWords } from './headings.ts'
import { wrongAt } from './place-units.ts'
import type { CellError, WrittenRow } from './read-workbook.ts'
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
      errors.push(wrongAt(row, 'name', `账号“${before.account}”在第 ${before.row} 行是另一个名字`))
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
  const check = (right: boolean, key: string, message: string): void => {
    if (!right) errors.push(wrongAt(row, key, message))
  }
  check(name.length >= 1 && name.length <= 40, 'name', '请写姓名，最多 40 个字')
  check(
    /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,39}$/u.test(account),
    'account',
    '账号要 2 到 40 个字，只能用文字、数字和 . _ - @',
  )
  check(person === undefined || person.managed, 'account', '这个账号已经有人使用，而且不在您的管理范围内')
  check(role !== null, 'role', '没有这个角色，请从下拉列表里选')
  check(title.length <= 60, 'title', '职务最多 60 个字')
  check(phone === '' || /^[0-9+\- ]{5,20}$/.test(phone), 'phone', '手机号码只能是数字')
  check(email === '' || isEmail(email), 'email', '不是电子邮箱地址')
  if ('wrong' in found) errors.push(wrongAt(row, 'unit', found.wrong))
  else check(isManaged(found.node, scope), 'unit', '这个单位不在您的管理范围内')
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
