import { expect, test } from 'vitest'
import { homeOf, roundKindOf } from './round-kind.ts'

test('the words of recurring work say which kind of round it asks for', () => {
  const kinds = [
    '每周随机抽查三个小区',
    '每月组织一次暗访',
    '每季度交叉互检',
    '每月自查一次',
    '每日巡查楼道',
    '每周报送信息',
  ]
  expect(kinds.map(roundKindOf)).toEqual(['open', 'unannounced', 'mutual', 'self', 'patrol', null])
})

test('only patrols and 自查 look at their own', () => {
  expect((['open', 'unannounced', 'mutual', 'self', 'patrol'] as const).map(homeOf)).toEqual([
    ...['away', 'away', 'away', 'own', 'own'],
  ])
})
