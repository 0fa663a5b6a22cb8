import { type SqlBool, sql } from 'kysely'
import type { Context } from '../context.ts'
import { kindWords, roleWords } from '../imports/headings.ts'
import { type PeopleFilter, peopleWithin } from '../people/list-people.ts'
import { personRows, shownPerson } from '../people/person-rows.ts'
import { listUnits, type UnitFilter } from '../units/list-units.ts'
import { PAGE, type Page } from './pages.ts'
import type { Column } from './table.ts'

export const unitColumns: readonly Column[] = [
  { words: '单位名称', width: 26 },
  { words: '上级单位', width: 26 },
  { words: '类型', width: 12 },
  { words: '简称', width: 14 },
  { words: '别名', width: 26 },
  { words: '人数', width: 8 },
  { words: '状态', width: 8 },
]

/** Units come in one page: the tree is small beside the record. */
export const unitPage = async (context: Context, filter: UnitFilter): Promise<Page<string>> => {
  const units = await listUnits(context, filter)
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return {
    rows: units.map(unit => [
      unit.name,
      names.get(unit.parentId ?? '') ?? null,
      kindWords[unit.kind][0] ?? unit.kind,
      unit.shortName,
      unit.aliases.join('、'),
      unit.people,
      unit.archived ? '已停用' : '正常',
    ]),
    next: null,
  }
}

export const peopleColumns: readonly Column[] = [
  { words: '姓名', width: 12 },
  { words: '账号', width: 18 },
  { words: '单位与角色', width: 50 },
  { words: '职务', width: 16 },
  { words: '手机', width: 16 },
  { words: '邮箱', width: 24 },
  { words: '状态', width: 8 },
]

/** As masked as the list is: a spreadsheet travels further than a page. */
export const peoplePage = async (
  context: Context,
  filter: Omit<PeopleFilter, 'cursor' | 'limit'>,
  after: string | null,
): Promise<Page<string>> => {
  const [name = '', id = ''] = after === null ? [] : (JSON.parse(after) as string[]) // as written below
  const beyond = after === null ? sql<SqlBool>`true` : sql<SqlBool>`(p.name, p.id) > (${name}, ${id}::uuid)`
  const rows = await personRows(context, { where: sql`${peopleWithin(context, filter)} and ${beyond}`, limit: PAGE })
  const last = rows.length === PAGE ? rows.at(-1) : undefined
  return {
    rows: rows
      .map(row => shownPerson(context.actor, row))
      .map(person => [
        person.name,
        person.account,
        person.memberships.map(({ role, unit }) => `${unit.name} ${roleWords[role][0]}`).join('；'),
        person.title,
        person.phone,
        person.email,
        person.status === 'active' ? '正常' : '已停用',
      ]),
    next: last === undefined ? null : JSON.stringify([last.name, last.id]),
  }
}
