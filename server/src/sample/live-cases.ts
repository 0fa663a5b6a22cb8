import { randomUUID } from 'node:crypto'
import { addDays, type PlainDate } from '@luoshi/rules/plain-date'
import { nationalCalendar, previousWorkingDay } from '@luoshi/rules/working-calendar'
import { assignCase } from '../cases/assign-case.ts'
import { commentCase } from '../cases/comment-case.ts'
import { escalateCases } from '../cases/escalate-cases.ts'
import { askForTimeOnCase } from '../cases/extend-case.ts'
import { acknowledgeNotice, issueNotice } from '../cases/issue-notice.ts'
import { mergeCase } from '../cases/merge-case.ts'
import { openCase } from '../cases/open-case.ts'
import { stepOfCase } from '../cases/step-case.ts'
import { saveTemplate } from '../cases/templates.ts'
import type { Context, Signed } from '../context.ts'
import { lookAtPictures } from '../evidence/look-at-pictures.ts'
import { attachPicture } from './attach-picture.ts'
import {
  type CaseStory,
  caseFates,
  caseStories,
  extensionReasons,
  type Fate,
  failedRechecks,
  unhurriedStories,
} from './case-stories.ts'
import type { Crew } from './crew.ts'
import { type CasePictures, drawCasePictures, usedAgain } from './draw-case-pictures.ts'
import { momentOf } from './live-day.ts'
import type { Picture } from './pictures.ts'
import { county } from './sample-county.ts'
import type { SampleWorld } from './sample-world.ts'
import { placed, type SampleCounty } from './write-county.ts'

type Act = (who: Signed) => Context

/** Something that happens at a moment; all of them are lived through in their order. */
type Deed = { readonly at: Date; readonly run: (as: Act) => Promise<unknown> }

type Place = { readonly id: string; readonly name: string; readonly unit_id: string }

type Cast = {
  readonly crew: Crew
  readonly office: Signed
  readonly inspector: Signed
  readonly leader: Signed
  readonly rootId: string
  readonly programmeId: string | null
}

type Told = {
  readonly id: string
  readonly story: CaseStory
  readonly place: Place
  readonly fate: Fate
  readonly day: PlainDate
  readonly pictures: CasePictures | null
}

type CasesLife = { readonly crew: Crew; readonly people: SampleCounty; readonly today: PlainDate }

/** Days ago that a case which is still open was found; the others are spread over two months. */
const recency: Readonly<Partial<Record<Fate, number>>> = {
  ...{ found: 1, assigned: 1, accepted: 1, 'in-hand': 2, submitted: 2, asked: 3, returned: 4, rechecked: 5, late: 9 },
  ...{ refused: 2 },
}

const PICTURED = 44

/** Some eighty cases in every state: found at inspections and by hand, mended, looked at again, late, risen, listed, merged, come back. */
export const liveCases = async (
  world: SampleWorld,
  { crew, people: { units, people }, today }: CasesLife,
): Promise<void> => {
  const as = (role: string): Signed => {
    const found = people.find(person => person.role === role && person.unit === county)
    if (!found) throw new Error(`The sample seats no ${role}.`)
    return found.signed
  }
  const cast: Cast = {
    ...{ crew, programmeId: await newestProgramme(world), rootId: placed(units, county).id },
    ...{ office: crew.offices[0] as Signed, inspector: as('inspector'), leader: as('leader') }, // the sample seats one
  }
  const places = (await readPlaces(world)).filter(({ unit_id }) => crew.of(unit_id).length > 0)
  const pictures = await drawCasePictures(PICTURED)
  const told = caseFates.map((fate, index): Told => {
    const ago = recency[fate] ?? Math.round(58 * (1 - index / caseFates.length))
    // What is to be in time has days, and not hours, to be mended.
    const stories = recency[fate] === undefined || fate === 'late' ? caseStories : unhurriedStories
    return {
      ...{ id: randomUUID(), fate, place: places[(index * 11) % places.length] as Place },
      story: stories[(index * 5) % stories.length] as CaseStory,
      day: previousWorkingDay(nationalCalendar, addDays(today, -(fate === 'late' ? ago + (index % 4) * 6 : ago))),
      pictures: (index % 2 === 0 || index > 58 ? pictures[(index >> 1) % PICTURED] : null) ?? null,
    }
  })
  const deeds = [
    ...told.flatMap((one, index) => deedsOf(one, index, cast, today)),
    ...(await unusual(told, cast, today)),
    ...keepWords(cast, today),
  ].toSorted((one, other) => one.at.getTime() - other.at.getTime())
  for (const day of Map.groupBy(deeds, ({ at }) => Math.floor(at.getTime() / 86_400_000)).values())
    await world.inOne(async acting => {
      for (const { at, run } of day) {
        world.setClock(at)
        await run(acting)
      }
    })
  world.setClock(momentOf(addDays(today, -1), '23:50'))
  await escalateCases(world.house, { tenantId: world.tenantId })
  await lookAtPictures(world.house, { tenantId: world.tenantId })
}

const newestProgramme = async (world: SampleWorld): Promise<string | null> => {
  const row = await world.house.db
    .selectFrom('programmes')
    .where('tenant_id', '=', world.tenantId)
    .orderBy('published_at', 'desc')
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

const readPlaces = (world: SampleWorld): Promise<readonly Place[]> =>
  world.house.db
    .selectFrom('points')
    .where('tenant_id', '=', world.tenantId)
    .orderBy('code')
    .orderBy('name')
    .select(['id', 'name', 'unit_id'])
    .execute()
    .then(rows => rows.toSorted((one, other) => one.name.localeCompare(other.name)))

const mend = (context: Context, id: string, { done }: CaseStory, evidenceIds: readonly string[]) =>
  stepOfCase(context, { id, version: null, note: done, evidenceIds }, { kind: 'submit', by: context.actor.personId })

/** The way of one case, as far as its fate goes. */
const deedsOf = (one: Told, index: number, cast: Cast, today: PlainDate): readonly Deed[] => {
  const { crew, office, inspector } = cast
  const { id, fate, place, pictures } = one
  const [worker = office] = crew.of(place.unit_id).toReversed()
  const at = (days: number, time: string): Date => momentOf(addDays(one.day, days), time)
  const minute = String(10 + (index % 45)).padStart(2, '0')
  const waits = fate === 'found' || fate === 'dismissed' || fate === 'refused'
  const step = (context: Context, event: Parameters<typeof stepOfCase>[2], note?: string) =>
    stepOfCase(context, { id, version: null, note }, event)
  const deeds: Deed[] = [{ at: at(0, `09:${minute}`), run: as => find(as, one, index, cast, waits) }]
  const then = (days: number, time: string, run: Deed['run']): number => deeds.push({ at: at(days, time), run })
  const by = (signed: Signed): string => signed.personId
  if (fate === 'dismissed') {
    const reason = '现场核实为业主装修临时堆放，当日已清。'
    then(1, `10:${minute}`, as => step(as(office), { kind: 'dismiss', by: by(office), reason }, reason))
  }
  if (fate === 'refused') {
    const reason = '该路段由市政养护，不在社区管理范围。'
    then(0, `11:${minute}`, as => assignCase(as(office), { id, version: null, unitId: place.unit_id }))
    const unit = crew.of(place.unit_id)[0] ?? office
    then(1, `09:${minute}`, as => step(as(unit), { kind: 'refuse', by: by(unit), reason }, reason))
  }
  if (waits || fate === 'assigned' || fate === 'late') return past(deeds, today)
  then(0, `14:${minute}`, as => step(as(worker), { kind: 'accept', by: by(worker) }))
  if (fate === 'accepted') return past(deeds, today)
  if (fate === 'asked') {
    const reason = extensionReasons[index % extensionReasons.length] ?? ''
    const until = addDays(today, 9)
    const unit = crew.of(place.unit_id)[0] ?? office
    then(1, `15:${minute}`, as => askForTimeOnCase(as(unit), { id, version: null, until, reason }))
    return past(deeds, today)
  }
  if (fate === 'in-hand') {
    then(1, `08:${minute}`, as => step(as(worker), { kind: 'start', by: by(worker) }, '已安排人手'))
    return past(deeds, today)
  }
  const shows = (as: Act, picture: Picture | undefined) => submitWith(as(worker), one, picture)
  then(1, `16:${minute}`, as => shows(as, pictures?.after))
  if (fate === 'submitted') return past(deeds, today)
  if (fate === 'returned' || fate === 'closed-after-return') {
    const reason = failedRechecks[index % failedRechecks.length] ?? ''
    then(2, `10:${minute}`, as =>
      step(as(inspector), { kind: 'recheck', by: by(inspector), passed: false, reason }, reason),
    )
    if (fate === 'returned') return past(deeds, today)
    then(3, `15:${minute}`, as => shows(as, undefined))
  }
  const passed = { kind: 'recheck', by: by(inspector), passed: true, reason: '' } as const
  then(4, `09:${minute}`, as => step(as(inspector), passed, '现场看过，符合要求'))
  if (fate !== 'rechecked') then(4, `16:${minute}`, as => step(as(office), { kind: 'close', by: by(office) }))
  return past(deeds, today)
}

/** Nothing happens before its time. */
const past = (deeds: readonly Deed[], today: PlainDate): readonly Deed[] => {
  const now = momentOf(today, '00:00')
  return deeds.filter(({ at }) => at < now)
}

const find = async (as: Act, one: Told, index: number, cast: Cast, waits: boolean): Promise<void> => {
  const origins = ['patrol', 'hotline', 'patrol', 'hand', 'media', 'patrol'] as const
  const context = as(cast.inspector)
  await openCase(context, {
    id: one.id,
    origin: origins[index % origins.length] ?? 'hand',
    title: one.story.title,
    text: one.story.text,
    categoryId: await categoryOf(context, one.story.code),
    programmeId: index % 3 === 0 ? null : cast.programmeId,
    pointId: one.place.id,
    officeId: cast.rootId,
    unitId: waits ? null : one.place.unit_id,
    foundAt: context.clock.now(),
    foundBy: cast.inspector.personId,
  })
  if (one.pictures) await attachPicture(context, one.pictures.before, one.place.unit_id, { kind: 'case', id: one.id })
}

const submitWith = async (
  context: Context,
  { id, place, story }: Told,
  picture: Picture | undefined,
): Promise<void> => {
  const subject = { kind: 'case', id } as const
  await mend(context, id, story, picture ? [await attachPicture(context, picture, place.unit_id, subject)] : [])
}

const categories = new WeakMap<object, ReadonlyMap<string, string>>()

const categoryOf = async (context: Context, code: string): Promise<string | null> => {
  const known = categories.get(context.db)
  if (known) return known.get(code) ?? null
  const rows = await context.db
    .selectFrom('case_categories')
    .where('tenant_id', '=', context.actor.tenantId)
    .select(['id', 'code'])
    .execute()
  const found = new Map(rows.map(row => [row.code, row.id]))
  categories.set(context.db, found)
  return found.get(code) ?? null
}

/** What happens once or twice: two listed, a pair merged, one come back, a picture used again, two notices. */
const unusual = async (told: readonly Told[], cast: Cast, today: PlainDate): Promise<readonly Deed[]> => {
  const { leader, office, crew } = cast
  const yesterday = addDays(today, -1)
  const late = told.filter(({ fate }) => fate === 'late')
  const [fresh, other] = told.filter(({ fate, day }) => fate === 'assigned' && day < yesterday)
  const waiting = told.filter(({ fate, pictures }) => fate === 'submitted' && pictures === null)[0]
  const copied = told.find(({ fate, pictures }) => fate === 'closed' && pictures !== null)?.pictures?.after
  const back = told.findLast(({ fate }) => fate === 'closed-after-return')
  const at = (time: string): Date => momentOf(yesterday, time)
  const listed = late.slice(0, 2).map(
    ({ id }, index): Deed => ({
      at: at(`09:0${index}`),
      run: as =>
        stepOfCase(
          as(leader),
          { id, version: null, note: '超期较久，县里挂牌，一周内办结。' },
          { kind: 'list', by: leader.personId },
        ),
    }),
  )
  const notices = [late[0], late[2]].flatMap((one, index): Deed[] =>
    one
      ? [
          {
            at: at(`10:0${index}`),
            run: async as => {
              const issued = { unitId: one.place.unit_id, caseIds: [one.id], dueOn: addDays(today, 5) }
              const { id } = await issueNotice(as(office), issued)
              const unit = crew.of(one.place.unit_id)[0]
              if (index === 1 && unit) await acknowledgeNotice(as(unit), id)
            },
          },
        ]
      : [],
  )
  const twin = fresh && { ...fresh, id: randomUUID(), pictures: null }
  const merged: Deed[] = twin
    ? [
        { at: at('11:00'), run: as => find(as, twin, 1, cast, false) },
        { at: at('11:05'), run: as => mergeCase(as(office), { id: twin.id, version: null, into: fresh.id }) },
      ]
    : []
  const relapse: Deed[] = back ? [relapseOf(back, cast, at('14:30'))] : []
  const copy = copied && (await usedAgain(copied))
  const used: Deed[] =
    waiting && copy
      ? [
          {
            at: at('15:00'),
            run: async as => {
              const [worker = office] = crew.of(waiting.place.unit_id).toReversed()
              await attachPicture(as(worker), copy, waiting.place.unit_id, { kind: 'case', id: waiting.id })
            },
          },
        ]
      : []
  const said: Deed[] = other
    ? [
        {
          at: at('16:00'),
          run: as => commentCase(as(office), { id: other.id, note: '请先把通道让出来，再清其他的。' }),
        },
      ]
    : []
  return [...listed, ...notices, ...merged, ...relapse, ...used, ...said]
}

/** The same thing at the same point, found again after it was closed: a criterion makes it the same. */
const relapseOf = (back: Told, cast: Cast, at: Date): Deed => ({
  at,
  run: async as => {
    const context = as(cast.inspector)
    const criterionId = randomUUID()
    await context.db
      .updateTable('cases')
      .where('tenant_id', '=', context.actor.tenantId)
      .where('id', '=', back.id)
      .set({ criterion_id: criterionId })
      .execute()
    await openCase(context, {
      ...{ id: randomUUID(), origin: 'patrol', title: back.story.title, text: '又堆起来了，和上次同一处。' },
      ...{ categoryId: null, pointId: back.place.id, criterionId, officeId: cast.rootId, unitId: back.place.unit_id },
      ...{ foundAt: context.clock.now(), foundBy: cast.inspector.personId },
    })
  },
})

const keepWords = ({ office, rootId }: Cast, today: PlainDate): readonly Deed[] => {
  const words = [
    ['recheck', '不到位', '现场仍有残留，请全面清理后再提交。'],
    ['recheck', '照片不清', '照片看不清整改部位，请对着原位置重拍。'],
    ['assign', '三日内', '请三日内整改并上传整改前后照片。'],
    ['close', '已复核', '经复查符合销号条件，予以销号。'],
  ] as const
  return words.map(([step, name, text], index) => ({
    at: momentOf(addDays(today, -60), `08:0${index}`),
    run: as => {
      const context = as(office)
      return saveTemplate(context, { id: context.ids.next(), unitId: rootId, step, name, text })
    },
  }))
}
