import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runHolder } from './run-holder.testing.ts'
import { startedAt } from './started-at.ts'
import { sweepAbandoned } from './sweep-abandoned.testing.ts'

test('the database of a killed run is ended and removed, that of a live one is not touched', async () => {
  const prefix = `luoshi-sweep-${process.pid}-`
  const start = async () => {
    const folder = await mkdtemp(join(tmpdir(), prefix))
    const holder = runHolder(folder, 'hold')
    await holder.see('ready')
    const pid = Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
    return { folder, holder, pid }
  }
  const [killed, live] = await Promise.all([start(), start()])
  await killed.holder.end('SIGKILL')
  await sweepAbandoned(prefix)
  expect(await startedAt(killed.pid)).toBeUndefined()
  expect(existsSync(killed.folder)).toBe(false)
  expect(await startedAt(live.pid)).toBeDefined()
  await live.holder.end('SIGTERM')
  await rm(live.folder, { recursive: true, force: true })
})
