import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { categoryIn, closed, opened, submitted } from './cases.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('a case', () => {
  test('goes from found to closed with one return, and its life says who did what', async () => {
    const one = await opened(house, { unit: null })
    expect(one).toMatchObject({ state: 'found', light: 'none', dueAt: null, unit: { name: '澄溪县' } })
    const willow = house.seeded.units.willow
    const given = await house.as('officer').cases.assign({ id: one.id, version: one.version, unitId: willow.id })
    // Three working days from Monday morning.
    expect(given).toMatchObject({
      state: 'assigned',
      light: 'green',
      level: 'community',
      dueAt: '2026-03-05T09:30:00.000Z',
    })
    const accepted = await house.as('willowWorker').cases.accept({ id: one.id, version: given.version })
    const mended = await submitted(house, 'willowWorker', accepted)
    const back = await house
      .as('inspector')
      .cases.recheck({ id: one.id, version: mended.version, passed: false, reason: '二层仍有纸箱' })
    expect(back).toMatchObject({ state: 'in-hand', returned: 1, submittedBy: null })
    const again = await submitted(house, 'willowUnit', back)
    const looked = await house.as('inspector').cases.recheck({ id: one.id, version: again.version, passed: true })
    const over = await house.as('officer').cases.close({ id: one.id, version: looked.version })
    expect(over).toMatchObject({ state: 'closed', light: 'none', returned: 1 })
    expect(over.events.map(({ kind, who }) => [kind, who?.name])).toEqual([
      ['open', '陈办'],
      ['assign', '陈办'],
      ['accept', '柳小工'],
      ['submit', '柳小工'],
      ['recheck', '杜察'],
      ['submit', '柳书记'],
      ['recheck', '杜察'],
      ['close', '陈办'],
    ])
  })

  test('is neither rechecked nor closed by who rectified it, and the attempt is refused with that reason', async () => {
    const { urban } = house.seeded.units
    // The officer also works for a department.
    await house.as('administrator').people.seat({ id: house.seeded.people.officer.id, unitId: urban.id, role: 'unit' })
    const one = await opened(house, { unit: 'urban' })
    const mended = await submitted(house, 'officer', one)
    expect(mended.actions).not.toContain('case.recheck')
    const { id, version } = mended
    await expect(house.as('officer').cases.recheck({ id, version, passed: true })).rejects.toMatchObject({
      code: 'own-rectification',
    })
    const looked = await house.as('inspector').cases.recheck({ id, version, passed: true })
    await expect(house.as('officer').cases.close({ id, version: looked.version })).rejects.toMatchObject({
      code: 'own-rectification',
    })
    expect(await house.as('colleague').cases.close({ id, version: looked.version })).toMatchObject({ state: 'closed' })
  })

  test('given back as not ours waits with its office, out of the sight of who gave it back', async () => {
    const one = await opened(house)
    const { id, version } = one
    await expect(house.as('willowUnit').cases.refuse({ id, version, reason: '  ' })).rejects.toMatchObject({
      code: 'input-invalid',
    })
    const refused = await house.as('willowUnit').cases.refuse({ id, version, reason: '属荷塘社区' })
    expect(refused).toMatchObject({ state: 'refused', unit: { name: '澄溪县' }, dueAt: null, light: 'none' })
    await expect(house.as('willowUnit').cases.get({ id })).rejects.toMatchObject({ code: 'not-found' })
    const given = await house
      .as('officer')
      .cases.assign({ id, version: refused.version, unitId: house.seeded.units.pond.id })
    expect(given.unit.name).toBe('荷塘社区')
  })

  test('is not submitted without words, picture or file', async () => {
    const one = await opened(house)
    await expect(house.as('willowWorker').cases.submit({ id: one.id, version: one.version })).rejects.toMatchObject({
      code: 'evidence-required',
    })
  })

  test('does not skip a step, and a stale hand is refused', async () => {
    const one = await opened(house)
    const { id, version } = one
    await expect(house.as('officer').cases.close({ id, version })).rejects.toMatchObject({ code: 'state-forbids' })
    await house.as('willowWorker').cases.accept({ id, version })
    await expect(house.as('willowWorker').cases.start({ id, version })).rejects.toMatchObject({ code: 'version-stale' })
  })

  test('is sent back or dismissed only with a reason', async () => {
    const one = await opened(house)
    const mended = await submitted(house, 'willowWorker', one)
    await expect(
      house.as('inspector').cases.recheck({ id: one.id, version: mended.version, passed: false }),
    ).rejects.toMatchObject({ code: 'reason-required' })
  })

  test('is listed by a leader, once', async () => {
    const one = await opened(house)
    await expect(house.as('officer').cases.listing({ id: one.id, version: one.version })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const listed = await house.as('leader').cases.listing({ id: one.id, version: one.version, note: '限期办结' })
    expect(listed.listedAt).not.toBeNull()
    await expect(house.as('leader').cases.listing({ id: one.id, version: listed.version })).rejects.toMatchObject({
      code: 'state-forbids',
    })
    expect((await house.as('leader').cases.list({ listed: true })).items.map(({ id }) => id)).toEqual([one.id])
  })

  test('is spoken about by who takes part, and not by an auditor', async () => {
    const one = await opened(house)
    const said = await house.as('willowWorker').cases.comment({ id: one.id, note: '周四下午清运' })
    expect(said.events.at(-1)).toMatchObject({ kind: 'comment', note: '周四下午清运', who: { name: '柳小工' } })
    await expect(house.as('auditor').cases.comment({ id: one.id, note: '看到了' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})

test('who is to mend a case sees the picture of it, whoever filed that', async () => {
  const one = await opened(house)
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#887766' } })
    .jpeg()
    .toBuffer()
  const [id, uploadId] = [randomUUID(), randomUUID()]
  const inspector = house.as('inspector').evidence
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await inspector.start({ id: uploadId, name: '现场.jpg', bytes: bytes.length, mediaType: 'image/jpeg', sha256 })
  await fetch(`${house.url}/api/v1/uploads/${uploadId}?offset=0`, {
    method: 'PUT',
    headers: { cookie: house.cookieOf('inspector'), 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  const unitId = house.seeded.units.county.id
  await inspector.finish({ id, unitId, uploadId, text: null, name: '', serves: [{ kind: 'case', id: one.id }] })
  expect((await house.as('willowUnit').cases.get({ id: one.id })).files.map(file => file.id)).toEqual([id])
  const seen = async (who: 'willowUnit' | 'pondUnit') =>
    (await fetch(`${house.url}/api/v1/evidence/${id}/thumbnail`, { headers: { cookie: house.cookieOf(who) } })).status
  expect([await seen('willowUnit'), await seen('pondUnit')]).toEqual([200, 404])
})

describe('merging', () => {
  test('leads the one to the other, which must be open', async () => {
    const [one, other] = [await opened(house, { title: '通道堵塞甲' }), await opened(house, { title: '通道堵塞乙' })]
    const alike = await house.as('officer').cases.alike({ id: one.id })
    expect(alike.map(({ id }) => id)).toContain(other.id)
    const { id, version } = one
    await expect(house.as('officer').cases.merge({ id, version, into: id })).rejects.toMatchObject({
      code: 'input-invalid',
    })
    const merged = await house.as('officer').cases.merge({ id, version, into: other.id })
    expect(merged).toMatchObject({ state: 'merged', mergedInto: { id: other.id, number: other.number } })
    const kept = await house.as('officer').cases.get({ id: other.id })
    expect(kept.merged).toEqual([{ id, number: one.number, title: '通道堵塞甲' }])
    const over = await closed(house, kept)
    const third = await opened(house)
    await expect(
      house.as('officer').cases.merge({ id: third.id, version: third.version, into: over.id }),
    ).rejects.toMatchObject({ code: 'state-forbids' })
    expect((await house.as('officer').cases.get({ id: third.id })).state).toBe('assigned')
  })
})

describe('more time', () => {
  test('is asked for by the unit, decided by another, and moves the deadline', async () => {
    const one = await opened(house)
    const unit = house.as('willowUnit').cases
    const ask = { id: one.id, version: one.version, reason: '需要协调产权单位' }
    await expect(unit.askExtension({ ...ask, until: '2026-03-05' })).rejects.toMatchObject({
      code: 'extension-not-later',
    })
    const asked = await unit.askExtension({ ...ask, until: '2026-03-12' })
    await expect(unit.askExtension({ ...ask, version: asked.version, until: '2026-03-13' })).rejects.toMatchObject({
      code: 'extension-already-asked',
    })
    const extensionId = asked.extensions[0]?.id ?? ''
    const decide = { id: one.id, extensionId, granted: true }
    await expect(unit.decideExtension(decide)).rejects.toMatchObject({ code: 'not-allowed' })
    const granted = await house.as('officer').cases.decideExtension(decide)
    expect(granted.dueAt).toBe('2026-03-12T15:59:59.000Z')
    await expect(house.as('officer').cases.decideExtension(decide)).rejects.toMatchObject({ code: 'state-forbids' })
  })

  test('is not granted by who asked, whatever else that person is', async () => {
    const { seeded } = house
    await house
      .as('administrator')
      .people.seat({ id: seeded.people.colleague.id, unitId: seeded.units.pond.id, role: 'unit' })
    const one = await opened(house, { unit: 'pond' })
    const asked = await house
      .as('colleague')
      .cases.askExtension({ id: one.id, version: one.version, until: '2026-03-20', reason: '等材料' })
    await expect(
      house
        .as('colleague')
        .cases.decideExtension({ id: one.id, extensionId: asked.extensions[0]?.id ?? '', granted: true }),
    ).rejects.toMatchObject({ code: 'own-submission' })
  })
})

describe('many at once', () => {
  test('are each answered for themselves', async () => {
    const [fresh, gone] = [await opened(house), await opened(house)]
    await house.as('willowWorker').cases.accept({ id: gone.id, version: gone.version })
    const answers = await house.as('willowUnit').cases.batch({
      step: 'accept',
      cases: [fresh, gone].map(({ id, version }) => ({ id, version })),
    })
    expect(answers.map(({ done, problem }) => [done, problem?.code])).toEqual([
      [true, undefined],
      [false, 'version-stale'],
    ])
    expect((await house.as('willowUnit').cases.get({ id: fresh.id })).state).toBe('accepted')
  })

  test('on the board stand in columns with how many are late', async () => {
    const board = await house.as('officer').cases.board({ each: 5 })
    const listed = await house.as('officer').cases.list({ open: true })
    expect(board.reduce((sum, { total }) => sum + total, 0)).toBe(listed.total)
    expect(board.find(({ state }) => state === 'assigned')?.items.length).toBe(5)
  })
})

describe('categories and words', () => {
  test('a county begins with a ready list, and its own office changes it', async () => {
    const list = await house.as('willowWorker').cases.categories({})
    expect(list.length).toBeGreaterThan(40)
    const before = list.find(({ code }) => code === 'E01')
    if (!before) throw new Error('The ready list has it')
    const { archivedAt: _, ...pile } = before
    const changed = { ...pile, limitAmount: 5, archived: false }
    await expect(house.as('eastOfficer').cases.saveCategory(changed)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await house.as('officer').cases.saveCategory(changed)).toMatchObject({ limitAmount: 5, version: 2 })
    await expect(house.as('officer').cases.saveCategory(changed)).rejects.toMatchObject({ code: 'version-stale' })
    const one = await opened(house)
    expect(one.dueAt).toBe('2026-03-09T09:30:00.000Z')
  })

  test('one put away opens no list, and what was opened under it stays', async () => {
    const id = await categoryIn(house, 'H03')
    const [before] = (await house.as('officer').cases.categories({})).filter(one => one.id === id)
    if (!before) throw new Error('The ready list has it')
    const { archivedAt: _, ...rest } = before
    await house.as('officer').cases.saveCategory({ ...rest, archived: true })
    expect((await house.as('officer').cases.categories({})).some(one => one.id === id)).toBe(false)
    expect((await house.as('officer').cases.categories({ archived: true })).some(one => one.id === id)).toBe(true)
  })

  test('words are kept by an office and read below it', async () => {
    const id = house.house.ids.next()
    const words = {
      id,
      unitId: house.seeded.units.east.id,
      step: 'recheck',
      name: '不到位',
      text: '现场仍有残留',
    } as const
    await expect(house.as('willowUnit').cases.saveTemplate(words)).rejects.toMatchObject({ code: 'not-found' })
    await house.as('eastOfficer').cases.saveTemplate(words)
    expect(await house.as('willowUnit').cases.templates({})).toMatchObject({ items: [{ name: '不到位' }], total: 1 })
    expect((await house.as('westOfficer').cases.templates({})).items).toEqual([])
    await expect(house.as('westOfficer').cases.dropTemplate({ id })).rejects.toMatchObject({ code: 'not-found' })
    await house.as('eastOfficer').cases.dropTemplate({ id })
    expect((await house.as('eastOfficer').cases.templates({})).items).toEqual([])
  })

  test('however many words are kept, each is read once, page by page', async () => {
    const { db, ids } = house.house
    const { tenantId, units } = house.seeded
    const rows = Array.from({ length: 230 }, (_, n) => ({
      ...{ tenant_id: tenantId, id: ids.next(), unit_id: units.east.id, unit_path: units.east.path },
      ...{ step: n % 2 === 0 ? 'close' : 'recheck', name: `词${n % 7}`, text: `第${n}句` },
    }))
    await db.insertInto('answer_templates').values(rows).execute()
    const read = async (cursor?: string): Promise<readonly string[]> => {
      const { items, next, total } = await house.as('eastOfficer').cases.templates({ step: 'close', limit: 40, cursor })
      expect(total).toBe(115)
      return [...items.map(({ text }) => text), ...(next === null ? [] : await read(next))]
    }
    const texts = await read()
    expect(texts).toHaveLength(115)
    expect(new Set(texts).size).toBe(115)
    await db.deleteFrom('answer_templates').execute()
  })
})

test('the map shows open cases where they lie, and each unit amid its own', async () => {
  const { db } = house.house
  const [near, far, over] = [await opened(house), await opened(house), await closed(house, await opened(house))]
  const placed = { [near.id]: [110, 30], [far.id]: [110.2, 30.4], [over.id]: [111, 31] }
  for (const [id, [longitude = 0, latitude = 0]] of Object.entries(placed))
    await db.updateTable('cases').where('id', '=', id).set({ longitude, latitude }).execute()
  const map = await house.as('officer').cases.map({})
  expect(map.cases.map(({ id }) => id).sort()).toEqual([near.id, far.id].sort())
  expect(map.units).toHaveLength(1)
  expect(map.units[0]).toMatchObject({ name: '柳荫社区', count: 2 })
  expect(map.units[0]?.position.longitude).toBeCloseTo(110.1, 6)
  expect(map).toMatchObject({ hasMore: false, tiles: null })
  expect((await house.as('hillUnit').cases.map({})).cases).toEqual([])
})

describe('words of a case', () => {
  const sought = async (who: Parameters<TestHouse['as']>[0], q: string) =>
    (await house.as(who).cases.list({ q })).items.map(({ title }) => title).sort()

  test('are found by two letters, by one, and by its number, within reach and no further', async () => {
    const ours = await opened(house, { title: '井盖缺损', unit: 'willow' })
    await opened(house, { title: '雨后井盖松动', unit: 'urban' })
    expect(await sought('officer', '井盖')).toEqual(['井盖缺损', '雨后井盖松动'])
    expect(await sought('willowWorker', '井盖')).toEqual(['井盖缺损'])
    expect(await sought('officer', '缺')).toEqual(['井盖缺损'])
    expect(await sought('officer', '盖井')).toEqual([])
    expect(await sought('officer', '井%')).toEqual([])
    const serial = /(\d+)号/.exec(ours.number)?.[0] ?? ''
    expect(await sought('officer', ours.number)).toEqual(['井盖缺损'])
    expect(await sought('officer', serial)).toContain('井盖缺损')
    expect(await sought('officer', `〔1999〕${serial}`)).toEqual([])
    const board = await house.as('officer').cases.board({ q: '井盖' })
    expect(board.reduce((sum, { total }) => sum + total, 0)).toBe(2)
  })
})
