import type { RoundDetail } from '@luoshi/contract/rounds'
import { at, deliver, seen, visitEntry, visitOf } from './field/field.testing.ts'
import type { TestHouse } from './house.testing.ts'

/** A visit to the point of the round with one criterion failed, and a delivery of a worker's that could not be taken. */
export const furnishVisits = async (house: TestHouse, round: RoundDetail) => {
  const { db } = house.house
  const { version_id: versionId } = await db
    .selectFrom('round_points')
    .where('round_id', '=', round.id)
    .select('version_id')
    .executeTakeFirstOrThrow()
  const criterion = await db
    .selectFrom('criteria')
    .where('version_id', '=', versionId)
    .select('id')
    .executeTakeFirstOrThrow()
  const visit = visitOf(house, { round, versionId }, round.drawn[0]?.point.id ?? '', {
    finishedAt: at(0),
    observations: [seen(criterion.id, 'fails', 0)],
  })
  await deliver(house, [visitEntry(house, visit)])
  const kept = visitEntry(house, visit)
  await deliver(house, [kept], 'willowWorker')
  return { visit, kept }
}
