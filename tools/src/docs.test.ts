import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { serverSettings } from './server-settings.ts'
import { root } from './tracked-files.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const scripts: readonly string[] = Object.keys(JSON.parse(read('package.json')).scripts)
const readmes = ['README.md', 'README.zh-CN.md']
const all = [...readmes, 'ARCHITECTURE.md', 'CONTRIBUTING.md']

/** First cells of the rows that hold code: `PORT`, `npm start`. */
const firstCells = (text: string) => [...text.matchAll(/^\| `([^`|]+)`/gm)].map(match => match[1] ?? '')

describe.each(all)('%s', name => {
  const text = read(name)

  test('leads only to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)]
      .map(match => match[1] ?? '')
      .filter(link => !link.includes('://'))
    expect(links.filter(link => !existsSync(join(root, link)))).toEqual([])
  })

  test('names only files and folders that are there', () => {
    const paths = [...text.matchAll(/`((?:packages|server|web|tools|docs|cli|journeys|bench)\/[\w./-]+)`/g)].map(
      match => match[1] ?? '',
    )
    const run = [...text.matchAll(/`node ([\w./-]+)`/g)].map(match => match[1] ?? '')
    expect([...paths, ...run].filter(path => !existsSync(join(root, path)))).toEqual([])
  })

  test('names only scripts that npm knows', () => {
    const named = [...text.matchAll(/npm (?:run )?(start|test|dev|check|bench|fuzz)\b/g)].map(match => match[1] ?? '')
    expect(named.filter(script => !scripts.includes(script))).toEqual([])
  })
})

describe.each(readmes)('%s', name => {
  test('explains every variable that the server reads, and no other', () => {
    const explained = firstCells(read(name)).filter(cell => /^[A-Z_]+$/.test(cell))
    expect(explained.toSorted()).toEqual(serverSettings())
  })

  test('lists every script', () => {
    const listed = firstCells(read(name)).filter(cell => cell.startsWith('npm '))
    expect(listed.map(cell => cell.replace(/^npm (run )?/, '')).toSorted()).toEqual(scripts.toSorted())
  })
})

test('both readmes have the same sections, tables and code', () => {
  const [english = '', chinese = ''] = readmes.map(read)
  const shape = (text: string) => ({
    headings: text.match(/^#+ /gm),
    firstCells: firstCells(text).map(cell => cell.replace('文件', 'FILE')),
    code: text.match(/^```sh\n[^`]*```/gm),
  })
  expect(shape(chinese)).toEqual(shape(english))
})

test('the licence is the Apache License, version 2.0', () => {
  expect(read('LICENSE')).toMatch(/Apache License\s+Version 2\.0, January 2004/)
  expect(JSON.parse(read('package.json')).license).toBe('Apache-2.0')
})
