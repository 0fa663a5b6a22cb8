import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, clientFor } from './client.testing.ts'
import { visitor } from './sign-in/visitor.testing.ts'

/** A real server, on a database of its own with nothing eased, killed in the middle of its work. */
const KILLS = 20
const main = join(import.meta.dirname, 'main.ts')
const password = 'plum boat quiet lantern'

let dataDir: string
let server: Server | null = null
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'luoshi-durable-'))
})
afterAll(async () => {
  await server?.end('SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
})

type Server = { readonly url: string; readonly end: (signal: NodeJS.Signals) => Promise<void> }

const start = async (): Promise<Server> => {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(dataDir, 'compiled'),
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LUOSHI_SAMPLE: 'off',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { url: await addressOf(child), end: signal => ended(child, signal) }
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const address = /running at (http:\/\/\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', () => reject(new Error(`It ended before it answered:\n${said}`)))
  })

const ended = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

type Life = { readonly acknowledged: string[]; readonly broken: string[] }

/** Writes one after another until the server is gone; keeps what was acknowledged, and what had just been asked for. */
const writeUntilGone = async (client: Client, parentId: string, lane: string, life: Life): Promise<void> => {
  for (let count = 1; ; count += 1) {
    const name = `${lane}第${count}号`
    try {
      await client.units.create({ parentId, kind: 'grid', name, shortName: null, aliases: [] })
      life.acknowledged.push(name)
    } catch {
      life.broken.push(name)
      return
    }
  }
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 2))
}

test('killed twenty times in the middle of its work, it keeps everything it acknowledged', {
  timeout: 900_000,
}, async () => {
  server = await start()
  await clientFor(server.url).setup.run({
    tenant: '耐久县',
    office: '创建办',
    name: '首任',
    account: 'first',
    password,
  })
  const browser = visitor(server.url)
  await browser.post('sign-in/username', { username: 'first', password })
  const root = (await browser.client().units.list({ kind: 'county' }))[0]?.id ?? ''
  const life: Life = { acknowledged: [], broken: [] }

  for (let number = 1; number <= KILLS; number += 1) {
    // Who was signed in before the server was killed still is.
    const client = browser.client(server.url)
    const enough = life.acknowledged.length + 3 + (number % 7)
    const lanes = ['甲', '乙', '丙', '丁'].map(lane => writeUntilGone(client, root, `第${number}次${lane}道`, life))
    await until(() => life.acknowledged.length >= enough || life.broken.length >= number * lanes.length)
    await server.end('SIGKILL')
    await Promise.all(lanes)
    server = await start()
  }

  const client = browser.client(server.url)
  const found = (await client.units.list({ kind: 'grid' })).map(({ name }) => name)
  const { items } = await client.audit.list({ action: 'unit.manage', limit: 200 })
  await server.end('SIGTERM')

  expect(life.acknowledged.length).toBeGreaterThan(KILLS * 3)
  expect(life.acknowledged.filter(name => !found.includes(name))).toEqual([])
  // What was asked for and never answered may have been kept: whole, once, and nothing else besides.
  expect(new Set(found).size).toBe(found.length)
  expect(found.filter(name => !life.acknowledged.includes(name) && !life.broken.includes(name))).toEqual([])
  // Whatever is there is on record, and whatever is on record is there.
  const recorded = items.map(({ subject }) => subject ?? '')
  expect(recorded.filter(name => !found.includes(name))).toEqual([])
  if (items.length < 200) expect(recorded.toSorted()).toEqual(found.toSorted())
})
