import { visitIdOf } from '@luoshi/rules/derived-id'
import { sessionCookieName, signedCookieValue } from '@luoshi/server/sign-in/session-cookie'
import { writeStamp } from '@luoshi/sync/stamp'
import { ask, connections } from './ask.ts'
import { criteriaEach, criterionId, inspectorId, inspectorToken, pointId, roundId, versionId } from './fill-visits.ts'
import { secret } from './open-county.ts'

const device = '01910009-0000-7000-8000-000000000001'
const notes = ['', '', '', '单元门口停放电动车一辆，已当场劝离', '楼道转角堆放纸箱']
const signIn = sessionCookieName(false)

/** What one phone delivers at once. */
type Packed = { readonly inspector: number; readonly entries: readonly Written[] }
type Written = ReturnType<typeof written>

export type Phones = ReturnType<typeof phonesOf>

/** Phones of the inspectors of a round, each going from one of its own points to the next. */
export const phonesOf = (points: number, inspectors: number) => {
  const agent = connections(16)
  const acknowledged = new Set<string>()
  const visited = Array.from({ length: inspectors }, () => 0)
  let turn = 0

  const pack = (count: number): Packed => {
    turn += 1
    const inspector = (turn % inspectors) + 1
    const done = visited[inspector - 1] ?? 0
    visited[inspector - 1] = done + count
    const mine = Array.from({ length: count }, (_, n) => inspector - 1 + (done + n + 1) * inspectors)
    if ((mine.at(-1) ?? 0) > points) throw new Error('All points are visited; there must be more of them')
    return { inspector, entries: mine.map(point => written(point, inspector)) }
  }
  const send = async (url: string, { inspector, entries }: Packed): Promise<boolean> => {
    const headers = { cookie: `${signIn}=${signedCookieValue(inspectorToken(inspector), secret)}` }
    const answer = await ask(agent, `${url}/api/v1/field/deliveries`, headers, { clockErrorMs: 0, entries })
    if (answer.status !== 200) throw new Error(`A delivery was answered ${answer.status}: ${answer.body.slice(0, 300)}`)
    const { receipts } = JSON.parse(answer.body) as { receipts: { outcome: string; problem: unknown }[] } // the contract's
    const kept = receipts.find(({ outcome }) => outcome === 'kept')
    if (kept) throw new Error(`A visit was kept: ${JSON.stringify(kept.problem)}`)
    for (const { visit } of entries) acknowledged.add(visit.id)
    return true
  }
  return { acknowledged, pack, send, deliver: (url: string, count: number) => send(url, pack(count)) }
}

let entries = 0

const written = (point: number, inspector: number) => {
  const now = Date.now()
  const at = new Date(now).toISOString()
  entries += 1
  return {
    id: `01910008-0000-7000-8000-${entries.toString(16).padStart(12, '0')}`,
    ...{ deviceId: device, writtenAt: at, kind: 'visit' },
    visit: {
      id: visitIdOf(roundId, pointId(point), inspectorId(inspector)),
      ...{ roundId, pointId: pointId(point), versionId, startedAt: new Date(now - 1_200_000).toISOString() },
      ...{ finishedAt: at, note: '', noteStamp: writeStamp({ ms: now, count: 0, deviceId: device }) },
      observations: Array.from({ length: criteriaEach }, (_, n) => ({
        criterionId: criterionId(n + 1),
        grade: (point * 7 + n * 3) % criteriaEach === 0 ? 'fails' : n % 6 === 0 ? 'mostly' : 'conforms',
        ...{ exception: null, note: notes[(point + n) % notes.length] ?? '', seenAt: at },
        ...{ stamp: writeStamp({ ms: now, count: n, deviceId: device }), photos: [], photosDropped: [] },
      })),
    },
  }
}
