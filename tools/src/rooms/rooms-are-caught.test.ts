import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { filesKeepTheirShape } from './files-keep-their-shape.ts'
import { importsStayInBounds } from './imports-stay-in-bounds.ts'
import { noImportCycles } from './no-import-cycles.ts'
import { readTree } from './read-tree.ts'

const PAGE = `
| room | holds | may import | Node | packages |
|---|---|---|---|---|
| \`packages/rules\` | rules | nothing | no | \`pure\` |
| \`packages/reader\` | a compiler | \`rules\` | no | \`zip\` |
| \`server\` | the server | \`rules\` | yes | its own |
| \`tools\` | scripts | anything | yes | its own |

| only in | packages |
|---|---|
| \`packages/reader/src/1-read\` | \`zip\` |

| stands alone | why |
|---|---|
| \`server/src/db\` | knows no feature |
`

/** A small house in which all is well, to be changed by each test. */
const SOUND: Readonly<Record<string, string>> = {
  'ARCHITECTURE.md': PAGE,
  'package.json': '{ "devDependencies": { "vitest": "1" } }',
  'packages/rules/package.json': '{ "dependencies": { "pure": "1" } }',
  'packages/rules/src/rule.ts': `import { sum } from 'pure'\nexport const rule = sum`,
  'packages/rules/src/rule.test.ts': `import { readFile } from 'node:fs'\nimport { test } from 'vitest'\ntest('', readFile)`,
  'packages/reader/package.json': '{ "dependencies": { "zip": "1", "@luoshi/rules": "1" } }',
  'packages/reader/src/1-read/unzip.ts': `import { zip } from 'zip'\nexport const unzip = zip`,
  'server/package.json': '{ "dependencies": { "pg": "1", "@luoshi/rules": "1" } }',
  'server/src/main.ts': `import pg from 'pg'\nimport { rule } from '@luoshi/rules/rule'\nexport const main = [pg, rule]`,
  'server/src/db/open.ts': `export const open = 1`,
  'tools/package.json': '{}',
}

let root = ''

const house = (changes: Readonly<Record<string, string>> = {}) => {
  root = mkdtempSync(join(tmpdir(), 'luoshi-rooms-'))
  for (const [path, text] of Object.entries({ ...SOUND, ...changes })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return readTree(root)
}

afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a sound house is not complained of', () => {
  const tree = house()
  expect([...importsStayInBounds(tree), ...noImportCycles(tree), ...filesKeepTheirShape(tree)]).toEqual([])
})

const into = (path: string, text: string) => importsStayInBounds(house({ [path]: text }))

test.each([
  [
    'a room that may not be',
    'packages/rules/src/a.ts',
    `import { main } from '@luoshi/server/main'`,
    'may not import server',
  ],
  ['a type alone', 'packages/rules/src/a.ts', `import type { M } from '@luoshi/server/main'`, 'may not import server'],
  ['a type in passing', 'packages/rules/src/a.ts', `type M = import('@luoshi/server/main').M`, 'may not import server'],
  ['later on', 'packages/rules/src/a.ts', `const m = await import('@luoshi/server/main')`, 'may not import server'],
  [
    'by passing it on',
    'packages/rules/src/a.ts',
    `export { main } from '@luoshi/server/main'`,
    'may not import server',
  ],
  ['all of it', 'packages/rules/src/a.ts', `export * from '@luoshi/server/main'`, 'may not import server'],
  ['a computed name', 'server/src/a.ts', `const m = (n: string) => import(n)`, 'computed name'],
  ['a template', 'server/src/a.ts', `const m = (n: string) => import(\`./\${n}.ts\`)`, 'computed name'],
  ['Node in a pure room', 'packages/rules/src/a.ts', `import { join } from 'node:path'`, 'does not use Node'],
  ['Node by its old name', 'packages/rules/src/a.ts', `import { readFile } from 'fs/promises'`, 'does not use Node'],
  ['tools', 'server/src/a.ts', `import { x } from '@luoshi/tools/x'`, 'no such file'],
  ['a package not declared', 'server/src/a.ts', `import { z } from 'zod'`, 'not in the package.json of server'],
  ['a test package in code', 'server/src/a.ts', `import { test } from 'vitest'`, 'not in the package.json of server'],
  [
    'another room by its path',
    'server/src/a.ts',
    `import { rule } from '../../packages/rules/src/rule.ts'`,
    'by its name',
  ],
  ['its own room by name', 'server/src/a.ts', `import { main } from '@luoshi/server/main'`, 'relative path'],
  ['what is not there', 'server/src/a.ts', `import { b } from './b.ts'`, 'no such file'],
  [
    'a package kept elsewhere',
    'packages/reader/src/4-check/a.ts',
    `import { zip } from 'zip'`,
    'kept to packages/reader',
  ],
  ['from a folder that stands alone', 'server/src/db/a.ts', `import { main } from '../main.ts'`, 'stands alone'],
])('an import of %s is caught', (_, path, text, reason) => {
  expect(into(path, text)).toEqual([expect.stringContaining(`${path}:1 imports `)])
  expect(into(path, text).join()).toContain(reason)
})

test('nothing imports a room that no row allows, even when it is declared', () => {
  const tree = house({
    'tools/src/x.ts': 'export const x = 1',
    'server/package.json': '{ "dependencies": { "@luoshi/tools": "1", "@luoshi/rules": "1", "pg": "1" } }',
    'server/src/a.ts': `import { x } from '@luoshi/tools/x'`,
  })
  expect(importsStayInBounds(tree)).toEqual([expect.stringContaining('server may not import tools')])
})

test('a declared package that the page does not allow is caught', () => {
  const tree = house({
    'packages/rules/package.json': '{ "dependencies": { "pure": "1", "clock": "1" } }',
    'packages/rules/src/a.ts': `import { now } from 'clock'`,
  })
  expect(importsStayInBounds(tree)).toEqual([expect.stringContaining('ARCHITECTURE.md does not allow it')])
})

test('a circle is caught, of types too', () => {
  const tree = house({
    'server/src/a.ts': `import { b } from './b.ts'\nexport type A = typeof b`,
    'server/src/b.ts': `import { c } from './c.ts'\nexport const b = c`,
    'server/src/c.ts': `import type { A } from './a.ts'\nexport const c: A | 1 = 1`,
  })
  expect(noImportCycles(tree)).toEqual(['server/src/a.ts → server/src/b.ts → server/src/c.ts → server/src/a.ts'])
})

const shape = (path: string, text = 'export const x = 1\n') => filesKeepTheirShape(house({ [path]: text }))

test('a barrel is caught', () => {
  expect(shape('server/src/all.ts', `export * from './main.ts'`)).toEqual([expect.stringContaining('only passes on')])
  expect(shape('server/src/all.ts', `import { main } from './main.ts'\nexport { main }`)).toHaveLength(1)
  expect(shape('server/src/all.ts', `import { main } from './main.ts'\nmain.at(0)`)).toEqual([])
})

test('a name that says nothing is caught, of a file and of a folder', () => {
  expect(shape('server/src/index.ts')).toEqual(['server/src/index.ts has a name that says nothing'])
  expect(shape('server/src/utils/x.ts')).toEqual(['server/src/utils has a name that says nothing'])
  expect(shape('server/src/helpers.test.ts')).toHaveLength(1)
  expect(shape('server/src/PlanCard.tsx')).toEqual(['server/src/PlanCard.tsx is not named in kebab-case'])
  expect(shape('server/src/plan-data.ts')).toEqual([])
})

test('a file of 501 lines is caught, one of 500 is not', () => {
  for (const name of ['x.ts', 'x.css', 'x.sql', 'x.mjs']) {
    expect(shape(`server/src/${name}`, '\n'.repeat(500))).toEqual([])
    expect(shape(`server/src/${name}`, '\n'.repeat(501))).toEqual([expect.stringContaining('has 501 lines')])
  }
})

test('a default export is caught, but for the settings of a tool', () => {
  expect(shape('server/src/x.ts', 'export default 1')).toEqual([expect.stringContaining('default export')])
  expect(shape('server/src/x.ts', 'const x = 1\nexport { x as default }')).toHaveLength(1)
  expect(shape('server/vite.config.ts', 'export default 1')).toEqual([])
})
