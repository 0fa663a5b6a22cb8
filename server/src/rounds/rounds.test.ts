import { drawProofFile } from '@luoshi/contract/draw-proof'
import type { RoundDetail } from '@luoshi/contract/rounds'
import { checkDraw } from '@luoshi/rules/draw-proof'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { asSystem } from '../jobs/as-system.ts'
import { thingsFor } from '../notices/things.ts'
import { furnishRounds, inspected, key, roundAt, roundWritten, visitMade } from './rounds.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await furnishRounds(house)
})
afterAll(() => house.close())

const refused = (code: string) => ({ code })
const linkOf = ({ proof }: RoundDetail): string => (proof?.url ?? '').replace('http://127.0.0.1', house.url)

describe('a sample', () => {
  test('is shown by type and street before anything is begun, with what it can tell and who may be drawn', async () => {
    const { units } = house.seeded
    const plan = await house.as('officer').rounds.plan({
      ...{ unitId: units.county.id, pointTypes: ['居民小区', '集贸市场'], withinUnitIds: [units.county.id] },
      ...{ total: 4, margin: null },
    })
    expect(plan.strata.map(({ stratum, population, quota }) => [stratum, population, quota])).toEqual([
      ['居民小区 · 东桥街道', 6, 2],
      ['居民小区 · 西渡街道', 6, 2],
    ])
    expect(plan.overall).toMatchObject({ population: 12, quota: 4 })
    expect(plan.overall.expectedError).toBeGreaterThan(0.4)
    expect(plan.overall.chanceToFind).toBeCloseTo(1 - (8 * 7) / (12 * 11), 6)
    expect(plan.candidates.map(({ person }) => person.name)).toEqual(['杜察'])
  })

  test('follows the margin that is wanted', async () => {
    const { units } = house.seeded
    const of = { unitId: units.county.id, pointTypes: ['居民小区'], withinUnitIds: [units.county.id], total: null }
    const fine = await house.as('officer').rounds.plan({ ...of, margin: 0.05 })
    const rough = await house.as('officer').rounds.plan({ ...of, margin: 0.4 })
    expect([fine.overall.quota, rough.overall.quota]).toEqual([12, 5])
  })

  test('is not shown to who prepares no rounds there', async () => {
    const { units } = house.seeded
    const of = { pointTypes: ['居民小区'], total: null, margin: null }
    await expect(
      house.as('willowUnit').rounds.plan({ ...of, unitId: units.willow.id, withinUnitIds: [units.willow.id] }),
    ).rejects.toMatchObject(refused('not-allowed'))
    await expect(
      house.as('eastOfficer').rounds.plan({ ...of, unitId: units.east.id, withinUnitIds: [units.hill.id] }),
    ).rejects.toMatchObject(refused('not-found'))
  })
})

describe('the way of a round', () => {
  test('is draft, bound, drawn, ended, each step once and in order', async () => {
    const officer = house.as('officer').rounds
    const draft = await roundAt(house, 'draft')
    expect(draft).toMatchObject({ state: 'draft', points: 4, inspectors: 2, proof: null })
    await expect(officer.draw(key(draft))).rejects.toMatchObject(refused('state-forbids'))
    const committed = await officer.commit(key(draft))
    expect(committed.proof).toMatchObject({ secret: null, url: null, drawnAt: null })
    await expect(officer.change({ ...roundWritten(house), ...key(committed) })).rejects.toMatchObject(
      refused('state-forbids'),
    )
    await expect(officer.commit(key(draft))).rejects.toMatchObject(refused('version-stale'))
    await expect(officer.draw({ ...key(committed), witness: '柳书记', witnessWords: null })).rejects.toMatchObject(
      refused('input-invalid'),
    )
    const drawn = await officer.draw({ ...key(committed), witness: '柳书记', witnessWords: '今天食堂吃饺子' })
    expect(drawn.drawn).toHaveLength(4)
    expect(drawn.actions).toEqual(['round.replace', 'round.end', 'round.cancel'])
    await expect(officer.draw(key(drawn))).rejects.toMatchObject(refused('state-forbids'))
    const ended = await officer.end(key(drawn))
    expect(ended).toMatchObject({ state: 'ended', points: 4, visited: 0, actions: [] })
    await expect(officer.cancel({ ...key(ended), reason: '不再需要' })).rejects.toMatchObject(refused('state-forbids'))
  })

  test('is held to the standard as it was when the round was bound, whatever is published before the draw', async () => {
    const officer = house.as('officer')
    const committed = await roundAt(house, 'committed')
    const [row] = (await officer.standards.list({})).items.filter(({ pointType }) => pointType === '居民小区')
    const before = await officer.standards.get({ id: row?.id ?? '' })
    const content = before.content.map(({ sentence: _, ...criterion }) => ({ ...criterion, critical: true }))
    const draft = await officer.standards.save({ ...before, content })
    const after = await officer.standards.publish(key(draft))
    const drawn = await officer.rounds.draw(key(committed))
    const held = await house.house.db
      .selectFrom('round_points')
      .where('round_id', '=', drawn.id)
      .select('version_id')
      .execute()
    expect(new Set(held.map(({ version_id }) => version_id))).toEqual(new Set([before.shown.id]))
    expect(after.current).toBe((before.current ?? 0) + 1)
    const proof = drawProofFile.parse(await (await fetch(linkOf(drawn))).json())
    const points = proof.frame.points.map(point => ({ ...point, versionId: after.shown.id }))
    const frameHolds = (frame: typeof proof.frame) =>
      checkDraw({ ...proof, frame }).find(({ name }) => name === 'frame')?.holds
    expect([frameHolds(proof.frame), frameHolds({ ...proof.frame, points })]).toEqual([true, false])
  })

  test('can be changed until it is bound, by who runs it', async () => {
    const draft = await roundAt(house, 'draft')
    const changed = await house.as('colleague').rounds.change({
      ...roundWritten(house, { title: '三月再抽查', quotas: { '居民小区 · 东桥街道': 1 } }),
      ...key(draft),
    })
    expect(changed).toMatchObject({ title: '三月再抽查', points: 1, version: draft.version + 1 })
    await expect(house.as('leader').rounds.change({ ...roundWritten(house), ...key(changed) })).rejects.toMatchObject(
      refused('not-allowed'),
    )
    await expect(
      house.as('eastOfficer').rounds.change({ ...roundWritten(house), ...key(changed) }),
    ).rejects.toMatchObject(refused('not-found'))
  })

  test('ends before it begins when a reason is given', async () => {
    const committed = await roundAt(house, 'committed')
    const cancelled = await house.as('officer').rounds.cancel({ ...key(committed), reason: '连日暴雨' })
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: '连日暴雨' })
    expect((await house.as('officer').rounds.list({})).items.map(({ id }) => id)).not.toContain(committed.id)
    expect((await house.as('officer').rounds.list({ state: 'cancelled' })).items.map(({ id }) => id)).toContain(
      committed.id,
    )
  })

  test('does not begin without points, inspectors or a standard, nor in other people’s houses', async () => {
    const officer = house.as('officer').rounds
    const commit = async (changes: Parameters<typeof roundAt>[2]) =>
      officer.commit(key(await roundAt(house, 'draft', changes)))
    await expect(commit({ pointTypes: ['无此类型'] })).rejects.toMatchObject(refused('round-without-points'))
    await expect(commit({ quotas: {} })).rejects.toMatchObject(refused('round-without-points'))
    await expect(commit({ inspectorIds: [] })).rejects.toMatchObject(refused('round-without-inspectors'))
    await house.as('officer').points.create({
      ...{ pointType: '集贸市场', name: '东桥农贸市场', unitId: house.seeded.units.willow.id },
    })
    await expect(commit({ pointTypes: ['集贸市场'] })).rejects.toMatchObject(refused('round-without-standard'))
    await expect(commit({ kind: 'mutual' })).rejects.toMatchObject(refused('round-inspector-outside'))
    const { people } = house.seeded
    await expect(roundAt(house, 'draft', { inspectorIds: [people.stranger.id] })).rejects.toMatchObject(
      refused('not-found'),
    )
    await expect(
      roundAt(
        house,
        'draft',
        { unitId: house.seeded.units.east.id, inspectorIds: [people.hillUnit.id] },
        'eastOfficer',
      ),
    ).rejects.toMatchObject(refused('not-found'))
    await expect(roundAt(house, 'draft', { endsOn: '2026-01-01' })).rejects.toMatchObject(refused('input-invalid'))
  })
})

describe('a draw', () => {
  test('keeps its secret until it is drawn: not in an answer, not in the audit, not in the log, not readable in the database', async () => {
    const committed = await roundAt(house, 'committed')
    const { rows } = await sql<{ row: string; secret_kept: string; secret: string | null }>`
      select r::text as row, secret_kept, secret from rounds r where id = ${committed.id}`.execute(house.house.db)
    expect(rows[0]?.secret).toBeNull()
    const before = await everythingSaid()
    const drawn = await house.as('officer').rounds.draw(key(committed))
    const secret = drawn.proof?.secret ?? ''
    expect(secret).toHaveLength(43)
    for (const said of [before, rows[0]?.row ?? '', JSON.stringify(committed)]) expect(said).not.toContain(secret)
    expect(await everythingSaid()).not.toContain(secret)
    expect(JSON.stringify(house.logged)).not.toContain(secret)
  })

  const everythingSaid = async (): Promise<string> => {
    const { rows } = await sql<{ said: string }>`
      select string_agg(e::text, ' ') as said from audit_entries e`.execute(house.house.db)
    return rows[0]?.said ?? ''
  }

  test('can be proved by anybody with the link and without an account, once it is revealed', async () => {
    const drawn = await roundAt(house, 'drawn')
    const reply = await fetch(linkOf(drawn))
    expect(reply.status).toBe(200)
    const proof = drawProofFile.parse(await reply.json())
    const doubtful = checkDraw(proof).filter(({ holds }) => holds !== true)
    // The rounds of the other tests, which nobody walked.
    expect(doubtful.map(({ name, holds }) => [name, holds])).toEqual([['dropped', null]])
    expect(proof).toMatchObject({ witness: '柳书记', words: '今天食堂吃饺子' })
    expect(proof.draw.drawn.map(({ pointId }) => pointId)).toEqual(drawn.drawn.map(({ point }) => point.id))
    const otherWords = { ...proof, words: '今天食堂吃面条' }
    expect(
      checkDraw(otherWords)
        .filter(({ holds }) => holds === false)
        .map(({ name }) => name),
    ).toEqual(['result'])
  })

  test('has no proof for a link that was guessed or comes too early', async () => {
    const secretly = await roundAt(house, 'drawn', { kind: 'unannounced' })
    const openly = await roundAt(house, 'drawn')
    const at = async (url: string): Promise<number> => (await fetch(url)).status
    const url = (openly.proof?.url ?? '').replace('http://127.0.0.1', house.url)
    expect(await at(url.replace(/.{5}\.json/, 'AAAAA.json'))).toBe(404)
    expect(await at(`${house.url}/api/v1/draw-proofs/${openly.id}.json`)).toBe(404)
    expect(secretly.proof).toMatchObject({ secret: null, url: null })
    const { proofUrl } = await import('./proof-file.ts')
    const early = proofUrl({ ...house.house, publicUrl: house.url }, house.seeded.tenantId, secretly.id)
    expect(await at(early)).toBe(404)
    await house.as('officer').rounds.end(key(secretly))
    expect(await at(early)).toBe(200)
  })

  test('sends nobody home, nobody where a tie was declared, and nobody where the last round sent them', async () => {
    const { people, units } = house.seeded
    const mutual = {
      kind: 'mutual' as const,
      inspectorIds: inspected.map(
        name => people[`${name === 'ferry' ? 'ferryWorker' : `${name}Unit`}` as 'willowUnit'].id,
      ),
      ties: [{ personId: people.pondUnit.id, unitId: units.willow.id, reason: '配偶在该社区工作' }],
    }
    const first = await roundAt(house, 'drawn', mutual)
    const second = await roundAt(house, 'drawn', { ...mutual, apartRounds: 1 })
    for (const { drawn } of [first, second])
      for (const { unit, inspectors } of drawn)
        for (const { name } of inspectors) {
          expect(unit.name.slice(0, 1)).not.toBe(name.slice(0, 1))
          if (unit.name === '柳荫社区') expect(name).not.toBe('荷书记')
        }
    const met = new Set(first.drawn.flatMap(({ point, inspectors }) => inspectors.map(({ id }) => `${point.id} ${id}`)))
    const again = second.drawn.flatMap(({ point, inspectors }) => inspectors.map(({ id }) => `${point.id} ${id}`))
    expect(again.filter(pair => met.has(pair))).toEqual([])
    expect(second.barred).toMatchObject({ tie: 3, met: 4 })
    expect(second.ties).toMatchObject([{ person: { name: '荷书记' }, unit: { name: '柳荫社区' } }])
  })

  test('of people who work in two places keeps them from both', async () => {
    const { people, units } = house.seeded
    await house.as('administrator').people.seat({ id: people.urbanUnit.id, unitId: units.hill.id, role: 'worker' })
    const { drawn, barred } = await roundAt(house, 'drawn', {
      inspectorIds: [people.urbanUnit.id],
      quotas: { '居民小区 · 西渡街道': 6 },
    })
    expect(barred.home).toBe(3)
    expect(drawn.filter(({ inspectors }) => inspectors.length > 0).map(({ unit }) => unit.name)).toEqual(
      Array.from({ length: 3 }, () => '渡口社区'),
    )
  })

  test('reports the points that nobody may go to', async () => {
    const { people } = house.seeded
    const { short, drawn } = await roundAt(house, 'drawn', {
      kind: 'mutual',
      inspectorIds: [people.willowUnit.id],
      quotas: { '居民小区 · 东桥街道': 6 },
    })
    expect(short).toHaveLength(3)
    expect(new Set(drawn.filter(({ point }) => short.includes(point.id)).map(({ unit }) => unit.name))).toEqual(
      new Set(['柳荫社区']),
    )
  })

  test('of a patrol sends workers to their own community', async () => {
    const { people } = house.seeded
    const { drawn, short } = await roundAt(house, 'drawn', {
      kind: 'patrol',
      inspectorIds: [people.willowWorker.id, people.pondWorker.id],
      quotas: { '居民小区 · 东桥街道': 6 },
    })
    expect(short).toEqual([])
    for (const { unit, inspectors } of drawn)
      expect(inspectors[0]?.name).toBe(unit.name === '柳荫社区' ? '柳小工' : '荷小工')
  })
})

test('who audits finds the fingerprints of a draw on record before it is drawn, and of an unannounced one too', async () => {
  const bound = await roundAt(house, 'committed', { kind: 'unannounced' })
  const { items } = await house.as('auditor').audit.list({ subjectId: bound.id })
  const { secretHash, frameHash } = bound.proof ?? {}
  expect(items.find(({ content }) => content.what === 'commit')?.content).toMatchObject({ secretHash, frameHash })
})

describe('an inspector who cannot go', () => {
  test('is replaced by the next in lot; what was visited stays, and the proof tells', async () => {
    const { people } = house.seeded
    const three = [people.inspector.id, people.urbanUnit.id, people.keeperUnit.id]
    const drawn = await roundAt(house, 'drawn', { inspectorIds: three, quotas: { '居民小区 · 东桥街道': 6 } })
    const [first, ...others] = drawn.drawn.filter(({ inspectors }) => inspectors[0]?.name === '杜察')
    await visitMade(house, drawn, first?.point.id ?? '', people.inspector.id, 'conforms')
    const replaced = await house
      .as('officer')
      .rounds.replace({ ...key(drawn), personId: people.inspector.id, reason: '家中有急事' })
    const now = new Map(replaced.drawn.map(({ point, inspectors }) => [point.id, inspectors.map(({ name }) => name)]))
    expect(others.length).toBeGreaterThan(0)
    expect(now.get(first?.point.id ?? '')).toEqual(['杜察'])
    for (const { point } of others) expect(now.get(point.id)).not.toContain('杜察')
    expect(replaced.withdrawals).toMatchObject([{ person: { name: '杜察' }, reason: '家中有急事' }])
    const proof = await (await fetch((replaced.proof?.url ?? '').replace('http://127.0.0.1', house.url))).text()
    expect(proof).not.toContain('家中有急事')
    expect(checkDraw(drawProofFile.parse(JSON.parse(proof))).filter(({ holds }) => holds === false)).toEqual([])
    await expect(
      house.as('officer').rounds.replace({ ...key(replaced), personId: people.willowUnit.id, reason: '并未抽中' }),
    ).rejects.toMatchObject(refused('not-found'))
  })
})

describe('what a round found', () => {
  test('is told by criterion with its interval when it is over, and what was missed is a fact', async () => {
    const { people } = house.seeded
    const drawn = await roundAt(house, 'drawn', {
      inspectorIds: [people.inspector.id],
      quotas: { '居民小区 · 东桥街道': 3 },
    })
    const [failing, good] = drawn.drawn
    await visitMade(house, drawn, failing?.point.id ?? '', people.inspector.id, 'fails')
    await visitMade(house, drawn, good?.point.id ?? '', people.inspector.id, 'conforms')
    expect(await house.as('officer').rounds.results({ id: drawn.id })).toEqual([])
    const ended = await house.as('officer').rounds.end(key(drawn))
    expect(ended).toMatchObject({ points: 3, visited: 2, failing: 1 })
    const [stairs, way] = await house.as('officer').rounds.results({ id: drawn.id })
    expect(stairs).toMatchObject({ text: '楼道无杂物', conforms: 1, fails: 1, share: { value: 0.5 } })
    expect(stairs?.share?.low).toBeGreaterThan(0.09)
    expect(way).toMatchObject({ text: '消防通道畅通', conforms: 2, fails: 0, share: { value: 1, high: 1 } })
    expect(way?.share?.low).toBeLessThan(0.5)
  })

  test('a community reads of its own points alone', async () => {
    const { people } = house.seeded
    const drawn = await roundAt(house, 'drawn', {
      inspectorIds: [people.inspector.id],
      quotas: { '居民小区 · 东桥街道': 6 },
    })
    for (const { point } of drawn.drawn) await visitMade(house, drawn, point.id, people.inspector.id, 'fails')
    await house.as('officer').rounds.end(key(drawn))
    const seen = await house.as('willowUnit').rounds.get({ id: drawn.id })
    expect(seen.drawn.filter(({ visits }) => visits.length > 0).map(({ unit }) => unit.name)).toEqual(
      Array.from({ length: 3 }, () => '柳荫社区'),
    )
    const [stairs] = await house.as('willowUnit').rounds.results({ id: drawn.id })
    expect(stairs?.fails).toBe(3)
  })
})

test('who is drawn is told so, and of an unannounced round no more than that there is one', async () => {
  const { people } = house.seeded
  const inspectorIds = [people.hillWorker.id]
  await roundAt(house, 'drawn', { title: '四月明查', inspectorIds })
  await roundAt(house, 'drawn', { title: '四月暗访', kind: 'unannounced', inspectorIds })
  const told = async (personId: string) => {
    const recipient = { personId, unitId: null, channels: [], workUnits: [], officePaths: [] }
    const things = await asSystem(house.house, house.seeded.tenantId, context => thingsFor(context, recipient))
    return things.filter(({ kind }) => kind === 'drawn').map(({ text }) => text)
  }
  expect((await told(people.hillWorker.id)).sort()).toEqual(['四月明查', '有一次检查抽到了您，登录后查看'].sort())
  expect(await told(people.leader.id)).toEqual([])
})
