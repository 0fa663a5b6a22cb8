import { expect, test } from 'vitest'
import { stratumName, stratumParts, stratumUnit } from './draw-stratum.ts'

test('a county’s round is grouped by street, a street’s by community, a community’s by estate', () => {
  const point = 'yunxi.linhe.binhe.garden'
  expect(stratumUnit(['yunxi'], point)).toBe('yunxi.linhe')
  expect(stratumUnit(['yunxi.linhe'], point)).toBe('yunxi.linhe.binhe')
  expect(stratumUnit(['yunxi.linhe.binhe'], point)).toBe('yunxi.linhe.binhe.garden')
})

test('communities named one by one are groups of their own', () => {
  expect(stratumUnit(['yunxi.linhe.binhe', 'yunxi.linhe.qiaotou'], 'yunxi.linhe.binhe.garden')).toBe(
    'yunxi.linhe.binhe',
  )
})

test('a point that the inspected unit answers for itself is grouped under that unit', () => {
  expect(stratumUnit(['yunxi.linhe'], 'yunxi.linhe')).toBe('yunxi.linhe')
})

test('a stratum is read back into the type and the unit that it is called by', () => {
  expect(stratumParts(stratumName('居民小区', '东桥街道'))).toEqual({ pointType: '居民小区', unitName: '东桥街道' })
  expect(stratumParts(stratumName('窗口 · 大厅', '东桥街道'))).toEqual({
    pointType: '窗口 · 大厅',
    unitName: '东桥街道',
  })
})
