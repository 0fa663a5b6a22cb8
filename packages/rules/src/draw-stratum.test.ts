import { expect, test } from 'vitest'
import { stratumUnit } from './draw-stratum.ts'

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
