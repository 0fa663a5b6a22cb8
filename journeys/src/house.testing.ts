import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly address: string
  }
}

const root = join(import.meta.dirname, '../..')
const PATIENCE = 180_000

/** The county has a sign-in of its own, which does not answer just now. */
const countysOwn = {
  OIDC_ISSUER: 'http://127.0.0.1:9',
  OIDC_CLIENT_ID: 'luoshi',
  OIDC_CLIENT_SECRET: 'known to both',
  OIDC_NAME: '云溪县统一认证',
}

/** One server as `npm start` runs it, on an empty folder, with the sample county; all journeys visit it. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  if (!existsSync(join(root, 'web/dist/index.html')))
    throw new Error('The desk is not built. Run `npm test`, which builds it first.')
  const dataDir = await mkdtemp(join(tmpdir(), 'luoshi-journeys-'))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [join(root, 'server/src/main.ts')], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      PUBLIC_URL: address,
      LUOSHI_SAMPLE: '1',
      DATABASE_URL: '',
      ...countysOwn,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (piece: Buffer) => said.push(piece.toString()))
  await answering(address, server, said)
  project.provide('address', address)
  return async () => {
    await stopped(server)
    await rm(dataDir, { recursive: true, force: true })
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const place = probe.address()
      probe.close(() => (place && typeof place === 'object' ? resolve(place.port) : reject(new Error('no port'))))
    })
  })

const answering = async (address: string, server: ChildProcess, said: readonly string[]): Promise<void> => {
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error(`The server ended before it answered:\n${said.join('')}`)
    const ready = await fetch(`${address}/readyz`).then(
      reply => reply.ok,
      () => false,
    )
    if (ready) return
    await new Promise(resolve => setTimeout(resolve, 250))
  }
  throw new Error(`The server did not answer within ${PATIENCE / 1000} s:\n${said.join('')}`)
}

const stopped = (server: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    if (server.exitCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })
