import type { requiredEvidence } from '@luoshi/contract/standards'
import { addDays, type PlainDate } from '@luoshi/rules/plain-date'
import { type Chance, seededChance } from '@luoshi/rules/seeded-chance'
import { isWithin } from '@luoshi/rules/unit-path'
import { sql } from 'kysely'
import type * as z from 'zod'
import type { Context, Signed } from '../context.ts'
import { inChunks } from '../db/in-chunks.ts'
import { evidenceDigest } from '../evidence/evidence-digest.ts'
import { lookAtPictures } from '../evidence/look-at-pictures.ts'
import { attachPicture } from './attach-picture.ts'
import { drawActivities } from './draw-activities.ts'
import { momentOf } from './live-day.ts'
import { paperWords } from './paper-words.ts'
import type { SampleWorld } from './sample-world.ts'
import type { SampleCounty } from './write-county.ts'

/** A thing that a standard asks of a unit on paper. */
type Asked = {
  readonly criterionId: string
  readonly pointType: string
  readonly part: string
  readonly kind: z.infer<typeof requiredEvidence>['kind']
  readonly unitId: string
  readonly unitPath: string
  readonly unitName: string
}

type Filed = { readonly asked: Asked; readonly day: PlainDate; readonly until: PlainDate | null; readonly by: Signed }

type PapersLife = {
  readonly people: SampleCounty
  readonly today: PlainDate
  /** The programme, and the types of point whose standards it is held to. */
  readonly held: readonly (readonly [programmeId: string, pointTypes: readonly string[]])[]
}

const PICTURED = 7

/** One paper for two clauses: what serves the one is filed for the other as well. */
const servesToo: Readonly<Record<string, string>> = { 活动记录: '活动登记', 志愿者名册: '排班表' }

/** The standards are the programmes' own from now on, and about half of what they ask for is on file, some of it out of date. */
export const bringPapers = async (world: SampleWorld, { people, today, held }: PapersLife): Promise<void> => {
  const chance = seededChance(20_261_104)
  const asked = await world.inOne(async as => {
    const context = as(someone(people))
    for (const [programmeId, pointTypes] of held)
      await context.db
        .updateTable('standards')
        .where('tenant_id', '=', world.tenantId)
        .where('point_type', 'in', [...pointTypes])
        .set({ programme_id: programmeId })
        .execute()
    return askedOf(context)
  })
  const byUnit = Map.groupBy(asked, ({ unitId }) => unitId)
  const filed = [...byUnit.values()].flatMap(own => filedBy(own, { chance, people, today }))
  const pictures = filed.filter(({ asked: { kind } }) => kind === 'picture').slice(0, PICTURED)
  await world.inOne(as => fileTexts(world, as, filed, asked))
  const drawn = await drawActivities(pictures.map(({ asked: { unitName, part } }) => `${unitName}${part}.jpg`))
  await world.inOne(async as => {
    for (const [index, { asked: one, day, by }] of pictures.entries()) {
      const picture = drawn[index]
      if (picture === undefined) continue
      world.setClock(momentOf(day, '15:20'))
      const subject = { kind: 'criterion', id: one.criterionId, part: one.part } as const
      await attachPicture(as(by), picture, one.unitId, subject)
    }
  })
  await lookAtPictures(world.house, { tenantId: world.tenantId })
}

/** As often as the unit can be relied on; what has a day until which it holds is past it now and then. */
const filedBy = (
  own: readonly Asked[],
  { chance, people, today }: { readonly chance: Chance; readonly people: SampleCounty; readonly today: PlainDate },
): readonly Filed[] => {
  const path = own[0]?.unitPath ?? ''
  const by = people.people.find(
    ({ role, signed }) =>
      ['unit', 'worker', 'office'].includes(role) &&
      signed.memberships.some(({ unitPath, unitKind }) => unitKind !== 'county' && isWithin(path, unitPath)),
  )?.signed
  if (by === undefined) return []
  const brings = 0.42 + chance.next() * 0.32
  return own.flatMap(asked => {
    const [isBrought, isOld, ago] = [chance.happens(brings), chance.happens(0.16), chance.between(4, 36)]
    if (!isBrought) return []
    const until = isOld && asked.kind !== 'picture' ? addDays(today, -chance.between(1, 3)) : null
    return [{ asked, by, until, day: addDays(today, -ago) }]
  })
}

/** All at once, as the register of a house that had them before. */
const fileTexts = async (
  world: SampleWorld,
  as: (who: Signed) => Context,
  filed: readonly Filed[],
  asked: readonly Asked[],
): Promise<void> => {
  const texts = filed
    .filter(({ asked: { kind } }) => kind !== 'picture')
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
  const rows = texts.map(({ asked: one, day, until, by }, index) => {
    const { tenantId: tenant_id } = world
    world.setClock(new Date(momentOf(day, '09:00').getTime() + index * 61_000))
    const { ids, clock, actor } = as(by)
    const id = ids.next()
    const name = `${one.unitName}${one.part}`
    const also = asked.find(other => other.unitId === one.unitId && other.part === servesToo[one.part])
    const serves = also === undefined ? [one] : [one, also]
    const filed = {
      ...{ id, name, kind: 'text', sha256: null, taken_at: null },
      ...{ text: paperWords(one.unitName, one.part), valid_until: until },
      ...{ added_by: actor.personId, added_at: clock.now() },
    }
    const subjects = serves.map(({ criterionId, part }) => ({ kind: 'criterion', id: criterionId, part }))
    return {
      evidence: { ...filed, tenant_id, unit_id: one.unitId, unit_path: one.unitPath },
      serves: serves.map(({ criterionId, part }) => ({
        ...{ tenant_id, evidence_id: id, subject_kind: 'criterion', subject_id: criterionId, part },
      })),
      entry: {
        ...{ tenant_id, id: ids.next(), at: clock.now(), person_id: actor.personId, via: actor.via },
        ...{ action: 'evidence.add', subject_kind: 'evidence', subject_id: id, unit_path: one.unitPath },
        content: JSON.stringify({ serves: serves.length, for: subjects, digest: evidenceDigest(filed) }),
        request_id: 'sample',
      },
    }
  })
  const { db } = as(texts[0]?.by as Signed) // some are always brought
  await inChunks(rows, async chunk => {
    await db
      .insertInto('evidence')
      .values(chunk.map(({ evidence }) => evidence))
      .execute()
    await db
      .insertInto('evidence_serves')
      .values(chunk.flatMap(({ serves }) => serves))
      .execute()
    await db
      .insertInto('audit_entries')
      .values(chunk.map(({ entry }) => entry))
      .execute()
  })
}

/** Each thing that the standards of programmes ask for, of each unit that answers for a point of the type. */
const askedOf = async ({ db, actor }: Context): Promise<readonly Asked[]> => {
  const { rows } = await sql<Asked>`
    select c.id as "criterionId", s.point_type as "pointType", e.value->>'name' as part, e.value->>'kind' as kind,
      u.id as "unitId", u.path as "unitPath", u.name as "unitName"
    from standards s
    join criteria c on c.tenant_id = s.tenant_id and c.version_id = s.current_version_id
    cross join lateral jsonb_array_elements(c.evidence) e
    join units u on u.tenant_id = s.tenant_id and u.kind <> 'company' and u.id in (
      select p.unit_id from points p where p.tenant_id = s.tenant_id and p.point_type = s.point_type)
    where s.tenant_id = ${actor.tenantId} and s.programme_id is not null
    order by u.name, s.point_type, c.ordinal, e.value->>'name'`.execute(db)
  return rows
}

const someone = ({ people }: SampleCounty): Signed => {
  const [first] = people
  if (first === undefined) throw new Error('The sample has nobody.')
  return first.signed
}
