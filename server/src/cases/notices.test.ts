import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import mammoth from 'mammoth'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { asSystem } from '../jobs/as-system.ts'
import { attachPicture } from '../sample/attach-picture.ts'
import { opened } from './cases.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const run = promisify(execFile)
const soffice = await run('soffice', ['--version']).then(
  () => true,
  () => false,
)

const issue = async (count: number) => {
  const cases = []
  for (let index = 0; index < count; index += 1) cases.push(await opened(house, { title: `楼道堆物第${index + 1}处` }))
  const caseIds = cases.map(({ id }) => id)
  const unitId = house.seeded.units.willow.id
  return house.as('officer').cases.issueNotice({ unitId, caseIds, dueOn: '2026-03-04' })
}

test('notices are numbered without a gap, also when several are issued at once', async () => {
  const all = await Promise.all([issue(1), issue(2), issue(1)])
  const refused = house.as('officer').cases.issueNotice({
    unitId: house.seeded.units.pond.id,
    caseIds: all[0]?.cases.map(({ id }) => id) ?? [],
    dueOn: '2026-03-04',
  })
  await expect(refused).rejects.toMatchObject({ code: 'not-found' })
  const last = await issue(1)
  expect([...all, last].map(({ number }) => number).sort()).toEqual([
    '整改〔2026〕1号',
    '整改〔2026〕2号',
    '整改〔2026〕3号',
    '整改〔2026〕4号',
  ])
})

test('a notice is seen by its unit alone, sets the deadline, and is acknowledged together with its cases', async () => {
  const notice = await issue(2)
  expect((await house.as('willowUnit').cases.notices({})).items.map(({ id }) => id)).toContain(notice.id)
  expect((await house.as('pondUnit').cases.notices({})).items).toEqual([])
  const [first] = notice.cases
  const told = await house.as('willowUnit').cases.get({ id: first?.id ?? '' })
  expect(told).toMatchObject({ dueAt: '2026-03-04T15:59:59.000Z', notices: [{ number: notice.number }] })
  await expect(house.as('pondUnit').cases.acknowledgeNotice({ id: notice.id })).rejects.toMatchObject({
    code: 'not-found',
  })
  const known = await house.as('willowUnit').cases.acknowledgeNotice({ id: notice.id })
  expect(known).toMatchObject({ acknowledgedBy: { name: '柳书记' }, actions: [] })
  expect(known.cases.map(({ state }) => state)).toEqual(['accepted', 'accepted'])
  expect(await house.as('willowWorker').cases.acknowledgeNotice({ id: notice.id })).toEqual(known)
})

test('a notice is acknowledged although one of its cases was given to another unit since', async () => {
  const notice = await issue(2)
  const [first, second] = notice.cases
  const office = house.as('officer').cases
  const { version } = await office.get({ id: first?.id ?? '' })
  await office.assign({ id: first?.id ?? '', version, unitId: house.seeded.units.pond.id })
  const known = await house.as('willowUnit').cases.acknowledgeNotice({ id: notice.id })
  expect(known.acknowledgedBy).not.toBeNull()
  expect(known.cases.map(({ id, state }) => [id, state])).toEqual([
    [first?.id, null],
    [second?.id, 'accepted'],
  ])
  expect(await office.get({ id: first?.id ?? '' })).toMatchObject({ state: 'assigned', unit: { name: '荷塘社区' } })
})

test('a notice whose day is over is not issued', async () => {
  const one = await opened(house)
  const unitId = house.seeded.units.willow.id
  await expect(
    house.as('officer').cases.issueNotice({ unitId, caseIds: [one.id], dueOn: '2026-03-01' }),
  ).rejects.toMatchObject({ code: 'input-invalid' })
})

const picture = async (context: Parameters<typeof attachPicture>[0], caseId: string): Promise<void> => {
  const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#8a7f6d' } })
    .jpeg()
    .toBuffer()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const subject = { kind: 'case', id: caseId } as const
  await attachPicture(context, { name: '现场.jpg', bytes, sha256 }, house.seeded.units.willow.id, subject)
}

test.skipIf(!soffice)(
  'the paper opens in LibreOffice as A4 with number, unit, problems, deadline and what closes them (skipped where LibreOffice is absent)',
  { timeout: 120_000 },
  async () => {
    const notice = await issue(3)
    await asSystem(house.house, house.seeded.tenantId, async context => {
      const { people, units } = house.seeded
      const seat = {
        unitId: units.willow.id,
        unitPath: units.willow.path,
        unitKind: 'community',
        role: 'worker',
      } as const
      const actor = { ...context.actor, personId: people.willowWorker.id, memberships: [seat] }
      await picture({ ...context, actor }, notice.cases[0]?.id ?? '')
    })
    const reply = await fetch(`${house.url}${notice.documentUrl}`, {
      headers: { cookie: house.cookieOf('willowUnit') },
    })
    expect(reply.headers.get('content-disposition')).toContain(encodeURIComponent('整改通知书'))
    const bytes = Buffer.from(await reply.arrayBuffer())
    const { value } = await mammoth.extractRawText({ buffer: bytes })
    for (const words of ['澄溪县', notice.number, '柳荫社区：', '2026年3月4日', '楼道堆物第3处', '通道清空'])
      expect(value).toContain(words)
    const folder = await mkdtemp(join(tmpdir(), 'luoshi-notice-'))
    await writeFile(join(folder, 'notice.docx'), bytes)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    await run('soffice', [
      '--headless',
      profile,
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'notice.docx'),
    ])
    const pdf = (await readFile(join(folder, 'notice.pdf'))).toString('latin1')
    if (process.env.LUOSHI_PICTURES) await writeFile(join(process.env.LUOSHI_PICTURES, 'notice.pdf'), pdf, 'latin1')
    await rm(folder, { recursive: true, force: true })
    expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 595\.\d+ 841\.\d+/)
    expect(pdf).toContain('/Image')
  },
)
