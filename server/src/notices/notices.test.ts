import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { readyPlan } from '../plans/plan.testing.ts'
import { mailReceiver, webhookReceiver } from './receiver.testing.ts'
import { sendDigest, sendNotices } from './send-notices.ts'

let house: TestHouse
let hook: Awaited<ReturnType<typeof webhookReceiver>>
let post: Awaited<ReturnType<typeof mailReceiver>>
beforeAll(async () => {
  hook = await webhookReceiver()
  post = await mailReceiver()
  house = await openHouse({ smtpUrl: post.url })
  const { planId } = await readyPlan(house)
  await house.as('officer').plans.publish({ id: planId })
  await house.runJobs()
})
afterAll(async () => {
  await house.close()
  await hook.close()
  await post.close()
})

const job = () => ({ tenantId: house.seeded.tenantId })
const digestAt = async (instant: string) => {
  house.setClock(instant)
  await sendDigest(house.house, job())
}
const owed = async () => (await house.as('willowWorker').assignments.list({ limit: 200 })).total ?? 0

test('a day off is left in peace, and the next working day tells what there is, in one mail', async () => {
  const own = await house
    .as('willowWorker')
    .channels.add({ kind: 'email', unitId: null, address: 'willow@example.org' })
  expect(own).toMatchObject({ rhythm: 'daily', active: true })
  await digestAt('2026-03-07T08:00:00+08:00')
  expect(post.mails).toEqual([])
  await digestAt('2026-03-09T08:00:00+08:00')
  expect(post.mails).toHaveLength(1)
  expect(post.mails[0]?.to).toEqual(['willow@example.org'])
  expect(post.mails[0]?.text).toMatch(/Subject: 落实 3月9日：\d+ 项工作/)
  expect(post.mails[0]?.text).toContain('柳荫社区')
  expect((await house.as('willowWorker').channels.list())[0]?.lastSentAt).toBe('2026-03-09T00:00:00.000Z')
})

test('nobody is told one thing twice, however often the job runs or at once', async () => {
  const before = post.mails.length
  await Promise.all(Array.from({ length: 5 }, () => sendDigest(house.house, job())))
  expect(post.mails.length).toBe(before)
  const { rows } = await sql<{ thing: string }>`
    select thing from notices_due where person_id = ${house.seeded.people.willowWorker.id}`.execute(house.house.db)
  expect(new Set(rows.map(({ thing }) => thing)).size).toBe(rows.length)
  expect(rows.length).toBeGreaterThan(0)
})

test('two channels of one person bring one mail, through the one that works', async () => {
  const { channels } = house.as('pondWorker')
  const broken = await channels.add({ kind: 'email', unitId: null, address: 'pond.one@example.org' })
  await sql`update channels set address = 'not an address' where id = ${broken.id}`.execute(house.house.db)
  await channels.add({ kind: 'email', unitId: null, address: 'pond.two@example.org' })
  await digestAt('2026-03-10T08:00:00+08:00')
  expect(post.mails.filter(({ to }) => to[0]?.startsWith('pond'))).toMatchObject([{ to: ['pond.two@example.org'] }])
  expect((await channels.list())[0]?.lastFailure).toBeTruthy()
})

test('a group that could not be reached is told another time, and the failure is shown', async () => {
  const unitId = house.seeded.units.hill.id
  const { channels } = house.as('officer')
  hook.answer(200, { errcode: 93000, errmsg: 'invalid webhook url' })
  const { id } = await channels.add({
    kind: 'wecom',
    unitId,
    address: `${hook.url}/hill?key=hill-1234`,
    rhythm: 'at-once',
  })
  await sendNotices(house.house, job())
  const shown = (await channels.list()).find(one => one.id === id)
  expect(shown).toMatchObject({ address: `${new URL(hook.url).host}/…1234`, lastSentAt: null })
  expect(shown?.lastFailure).toContain('93000')
  const tried = hook.received.length

  hook.answer(200, { errcode: 0, errmsg: 'ok' })
  await sendNotices(house.house, job())
  await sendNotices(house.house, job())
  expect(hook.received.length).toBe(tried + 1)
  expect(hook.received.at(-1)?.body).toMatchObject({ msgtype: 'markdown' })
})

test('DingTalk is posted its own format, signed', async () => {
  const unitId = house.seeded.units.urban.id
  const { channels } = house.as('officer')
  const address = `${hook.url}/robot/send?access_token=abc`
  const { id } = await channels.add({ kind: 'dingtalk', unitId, address, secret: 'SECabc' })
  await channels.test({ id })
  const { url, body } = hook.received.at(-1) ?? { url: '', body: {} }
  const query = new URL(url, hook.url).searchParams
  const timestamp = query.get('timestamp') ?? ''
  expect(query.get('access_token')).toBe('abc')
  expect(query.get('sign')).toBe(createHmac('sha256', 'SECabc').update(`${timestamp}\nSECabc`).digest('base64'))
  expect(body).toMatchObject({ msgtype: 'markdown', markdown: { title: '落实：测试消息' } })
})

test('Feishu is posted a card, signed with a key made of time and secret', async () => {
  const unitId = house.seeded.units.urban.id
  const { channels } = house.as('officer')
  hook.answer(200, { code: 0, msg: 'success' })
  const { id } = await channels.add({
    kind: 'feishu',
    unitId,
    address: `${hook.url}/open-apis/bot/v2/hook/x`,
    secret: 'fs',
  })
  await channels.test({ id })
  const body = hook.received.at(-1)?.body ?? {}
  expect(body).toMatchObject({ msg_type: 'interactive', card: { header: { title: { content: '落实：测试消息' } } } })
  expect(body.sign).toBe(createHmac('sha256', `${body.timestamp}\nfs`).digest('base64'))
})

test('a trial that does not arrive says why', async () => {
  const unitId = house.seeded.units.urban.id
  const { channels } = house.as('officer')
  const { id } = await channels.add({ kind: 'wecom', unitId, address: 'http://127.0.0.1:9/closed' })
  await expect(channels.test({ id })).rejects.toMatchObject({ code: 'channel-unreachable' })
  await channels.remove({ id })
})

test('an office hears of what waits for its decision, a unit of what came back', async () => {
  const { items } = await house.as('willowWorker').assignments.list({ limit: 200 })
  const first = items.find(({ actions }) => actions.includes('assignment.accept'))
  await house
    .as('officer')
    .channels.add({ kind: 'email', unitId: null, address: 'office@example.org', rhythm: 'at-once' })
  await sendNotices(house.house, job())
  const quiet = post.mails.filter(({ to }) => to[0] === 'office@example.org').length
  const worker = house.as('willowWorker')
  const accepted = await worker.assignments.accept({ id: first?.id ?? '', version: first?.version ?? 0 })
  const evidence = await worker.evidence.finish({
    id: house.house.ids.next(),
    unitId: house.seeded.units.willow.id,
    uploadId: null,
    text: '已经完成',
    name: '说明',
    serves: [{ kind: 'assignment', id: accepted.id }],
  })
  await worker.assignments.submit({ id: accepted.id, version: accepted.version, evidenceIds: [evidence.id] })
  await sendNotices(house.house, job())
  const told = post.mails.filter(({ to }) => to[0] === 'office@example.org')
  expect(told).toHaveLength(quiet + 1)
  expect(told.at(-1)?.text).toContain('等待您确认（1）')

  const submitted = await house.as('officer').assignments.get({ id: accepted.id })
  await house.as('officer').assignments.return({ id: accepted.id, version: submitted.version, reason: '照片不清' })
  await digestAt('2026-03-11T08:00:00+08:00')
  expect(post.mails.filter(({ to }) => to[0] === 'willow@example.org').at(-1)?.text).toContain('被退回')
})

test('channels of a unit are kept by its office, those of a person by herself', async () => {
  const unitId = house.seeded.units.willow.id
  const worker = house.as('willowWorker').channels
  await expect(worker.add({ kind: 'wecom', unitId, address: `${hook.url}/x` })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await expect(worker.add({ kind: 'wecom', unitId: null, address: `${hook.url}/x` })).rejects.toMatchObject({
    code: 'input-invalid',
  })
  await expect(worker.add({ kind: 'email', unitId: null, address: 'no address' })).rejects.toMatchObject({
    code: 'input-invalid',
  })
  const own = (await worker.list())[0]?.id ?? ''
  for (const who of ['pondWorker', 'administrator', 'stranger'] as const)
    await expect(house.as(who).channels.remove({ id: own })).rejects.toMatchObject({ code: 'not-found' })
})

test('the calendar feed shows what is owed, to who knows its secret address', async () => {
  const { url } = await house.as('willowWorker').session.calendar()
  expect((await house.as('willowWorker').session.me()).calendarUrl).toBe(url)
  const path = new URL(url).pathname
  const reply = await fetch(`${house.url}${path}`)
  expect(reply.headers.get('content-type')).toContain('text/calendar')
  const text = (await reply.text()).replaceAll(/\r\n[ \t]/g, '')
  expect(text.match(/^BEGIN:VEVENT/gm)?.length).toBeGreaterThan(0)
  expect(text).toContain('柳荫社区')
  expect(text).not.toContain('荷塘社区')
  const dated = (await house.as('willowWorker').assignments.list({ limit: 200 })).items.find(
    ({ dueOn, state }) => dueOn !== null && state !== 'confirmed' && state !== 'submitted',
  )
  expect(text).toContain(`DTSTART;VALUE=DATE:${dated?.dueOn?.replaceAll('-', '')}`)
  await house.as('willowWorker').session.calendar()
  expect((await fetch(`${house.url}${path}`)).status).toBe(404)
  expect(await owed()).toBeGreaterThan(0)
})
