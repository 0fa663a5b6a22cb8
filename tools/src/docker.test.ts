import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { copiesOf, readDockerfile, settingsOf, stagesOf } from './dockerfile.ts'
import { readTables } from './rooms/read-tables.ts'
import { serverSettings } from './server-settings.ts'
import { root, trackedTexts } from './tracked-files.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const instructions = readDockerfile(read('Dockerfile'))
const stages = stagesOf(instructions)
const copies = copiesOf(instructions)
const image = settingsOf(instructions)
const ignored = read('.dockerignore').trim().split('\n')
const { rooms } = readTables(read('ARCHITECTURE.md'))

type Service = {
  readonly image?: string
  readonly build?: string
  readonly environment: Readonly<Record<string, string>>
  readonly volumes: readonly string[]
  readonly ports?: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck?: object
}
type Compose = {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, unknown>>
}
const compose: Compose = parse(read('compose.yaml'))
const { database, luoshi } = compose.services

test('what the image copies is there and is not kept out by .dockerignore', () => {
  const paths = copies.filter(copy => copy.from === null).flatMap(copy => copy.paths)
  expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([])
  const out = (path: string) => !path.endsWith('/package.json') && ignored.includes(path.split('/')[0] ?? '')
  expect(paths.filter(out)).toEqual([])
})

test('npm sees the package.json of every room before it installs', () => {
  const seen = copies.filter(({ stage }) => stage === stages[0]?.name).flatMap(copy => copy.paths)
  expect(seen.filter(path => path.includes('/')).toSorted()).toEqual(
    rooms.map(room => `${room.folder}/package.json`).toSorted(),
  )
  expect(ignored.filter(pattern => rooms.some(room => room.folder === pattern))).toEqual(
    ignored.filter(pattern => ['journeys', 'bench'].includes(pattern)),
  )
})

test('every stage stands on one before it or on the Node that is pinned', () => {
  const names = new Set<string>()
  const pinned: string = JSON.parse(read('package.json')).devDependencies.node
  for (const { name, on } of stages) {
    expect(names.has(on) || on === `node:${pinned.split('.')[0]}-slim`).toBe(true)
    names.add(name)
  }
  for (const { from } of copies) expect(from === null || names.has(from)).toBe(true)
})

test('the rooms that the server and the command line import are in the image', () => {
  const inside = new Set(copies.filter(({ stage }) => stage === 'runtime').flatMap(copy => copy.paths))
  const running = rooms.filter(({ folder }) => folder === 'server' || folder === 'cli')
  const needed = new Set(running.flatMap(room => [room.folder, ...room.imports]))
  const missing = [...needed].filter(
    folder => ![...inside].some(path => folder === path || folder.startsWith(`${path}/`)),
  )
  expect(missing).toEqual([])
})

test('what the image runs is there', () => {
  const commands = instructions.filter(({ word }) => ['CMD', 'RUN'].includes(word)).map(({ rest }) => rest)
  const scripts = commands.flatMap(rest => rest.match(/[\w./-]+\.(?:ts|js|mjs)\b/g) ?? [])
  expect(scripts).toContain('server/src/main.ts')
  expect(scripts.filter(path => !existsSync(join(root, path)))).toEqual([])
  const workspaces = commands.flatMap(rest => [...rest.matchAll(/--workspace (\S+)/g)].map(match => match[1] ?? ''))
  expect(workspaces.filter(name => !rooms.some(room => room.folder === name))).toEqual([])
})

test('the built pages are taken from where they are built', () => {
  const pages = copies.find(copy => copy.from === 'pages')
  expect(pages?.paths).toEqual(['/app/web/dist'])
  expect(read('web/vite.config.ts')).toMatch(/outDir: 'dist'/)
})

test('the image is judged by an address that the server answers', () => {
  const rest = instructions.find(({ word }) => word === 'HEALTHCHECK')?.rest ?? ''
  const asked = /\}(\/\w+)`/.exec(rest)?.[1]
  expect(asked).toBe('/healthz')
  const server = trackedTexts().filter(({ path }) => path.startsWith('server/src/') && !path.includes('.test.'))
  expect(server.some(({ text }) => text.includes(`'${asked}'`))).toBe(true)
})

test('the image does not run as root and writes only where it may', () => {
  expect(instructions.findLast(({ word }) => word === 'USER')?.rest).toBe('node')
  expect(instructions.find(({ word }) => word === 'VOLUME')?.rest).toBe(image.DATA_DIR)
  expect(instructions.find(({ word }) => word === 'EXPOSE')?.rest).toBe(image.PORT)
})

test('every variable that is set is one that the server reads', () => {
  const set = [...Object.keys(image), ...Object.keys(luoshi?.environment ?? {})].filter(name => name !== 'NODE_ENV')
  expect(set.filter(name => !serverSettings().includes(name))).toEqual([])
  expect(set).toContain('DATABASE_URL')
})

test('the services fit each other', () => {
  expect(database?.image).toBe('postgres:18')
  expect(luoshi?.build).toBe('.')
  expect(luoshi?.depends_on?.database?.condition).toBe('service_healthy')
  expect(database?.healthcheck).toBeDefined()
  const { POSTGRES_USER, POSTGRES_DB } = database?.environment ?? {}
  expect(luoshi?.environment.DATABASE_URL).toMatch(
    new RegExp(`^postgres://${POSTGRES_USER}:[^@]+@database:5432/${POSTGRES_DB}$`),
  )
  expect(luoshi?.ports?.[0]?.split(':')[1]).toBe(image.PORT)
  expect(luoshi?.volumes).toEqual([`files:${image.DATA_DIR}`])
  const used = Object.values(compose.services).flatMap(service => service.volumes.map(volume => volume.split(':')[0]))
  expect(used.toSorted()).toEqual(Object.keys(compose.volumes).toSorted())
})

test('what has to be put into .env is said at the top of compose.yaml', () => {
  const text = read('compose.yaml')
  const asked = [...text.matchAll(/\$\{([A-Z_]+):\?/g)].map(match => match[1] ?? '')
  expect(asked.length).toBeGreaterThan(0)
  for (const name of asked) expect(text).toMatch(new RegExp(`^#\\s+${name}=`, 'm'))
})
