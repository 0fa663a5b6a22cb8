import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesKeepTheirShape } from './files-keep-their-shape.ts'
import { importsStayInBounds } from './imports-stay-in-bounds.ts'
import { noImportCycles } from './no-import-cycles.ts'
import { readTree } from './read-tree.ts'

const tree = readTree(join(import.meta.dirname, '../../..'))

test('every room has a package.json, and every workspace has a row', () => {
  const workspaces = tree.paths.filter(path => /^(packages\/)?[^/]+\/package\.json$/.test(path))
  expect(tree.rooms.map(room => `${room.folder}/package.json`).toSorted()).toEqual(workspaces)
})

test('rooms import only what ARCHITECTURE.md allows', () => {
  expect(importsStayInBounds(tree)).toEqual([])
})

test('no import runs in a circle', () => {
  expect(noImportCycles(tree)).toEqual([])
})

test('files are short, say what they hold, and export by name', () => {
  expect(filesKeepTheirShape(tree)).toEqual([])
})
