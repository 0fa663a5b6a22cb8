import { expect, test } from 'vitest'
import { ancestorsOf, openAtFirst, placesFor, treeRows } from './tree-rows.ts'
import { aUnit } from './unit.testing.ts'

const county = aUnit('云溪县', null, 'county')
const street = aUnit('临河街道', county, 'street')
const willow = aUnit('柳园社区', street, 'community', { shortName: '柳园' })
const estate = aUnit('柳园小区', willow, 'estate')
const shore = aUnit('滨河社区', street, 'community', { aliases: ['原河滨居委会'] })
const units = [county, street, willow, estate, shore]
const none = { q: '', kind: null }
const names = (rows: ReturnType<typeof treeRows>): readonly string[] =>
  rows.map(({ unit, depth }) => `${' '.repeat(depth)}${unit.name}`)

test('what is closed hides what is under it', () => {
  expect(names(treeRows(units, none, new Set([county.id])))).toEqual(['云溪县', ' 临河街道'])
})

test('what is found is shown with what it lies under, and nothing else', () => {
  expect(names(treeRows(units, { q: '河社', kind: null }, new Set()))).toEqual(['云溪县', ' 临河街道', '  滨河社区'])
})

test('a unit is found by another name', () => {
  expect(treeRows(units, { q: '居委会', kind: null }, new Set()).at(-1)?.unit).toBe(shore)
})

test('a kind narrows what is found', () => {
  const rows = treeRows(units, { q: '柳园', kind: 'estate' }, new Set())
  expect(rows.filter(({ isFound }) => isFound).map(({ unit }) => unit)).toEqual([estate])
})

test('nothing found is no row at all', () => {
  expect(treeRows(units, { q: '没有这个', kind: null }, new Set())).toEqual([])
})

test('streets come before departments', () => {
  const bureau = aUnit('城管局', county, 'department')
  expect(names(treeRows([county, bureau, street], none, new Set([county.id])))).toEqual([
    '云溪县',
    ' 临河街道',
    ' 城管局',
  ])
})

test('a unit whose parent is out of reach stands at the top', () => {
  expect(names(treeRows([willow, estate], none, openAtFirst([willow, estate], undefined)))).toEqual([
    '柳园社区',
    ' 柳园小区',
  ])
})

test('the way to the chosen unit is open', () => {
  expect(openAtFirst(units, estate.id)).toEqual(new Set([county.id, street.id, willow.id]))
  expect(ancestorsOf(units, estate.id)).toEqual([county, street, willow])
})

test('a unit is not moved under itself', () => {
  expect(placesFor(units, willow)).toEqual([county, street, shore])
})
