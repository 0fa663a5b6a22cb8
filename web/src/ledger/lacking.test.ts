import type { Ledger, LedgerItem } from '@luoshi/contract/ledger'
import { expect, test } from 'vitest'
import { onlyLacking } from './lacking.ts'

const item = (part: string, missing: number, outOfDate = 0): LedgerItem => ({
  ...{ criterionId: 'c', part, kind: 'paper', months: null, exists: 1, missing, outOfDate, units: [], unlisted: 0 },
})

const standard = (title: string, items: readonly LedgerItem[]): Ledger['standards'][number] => ({
  standard: { id: title, title, number: 1, pointType: title },
  sections: [{ section: '组织', criteria: [{ id: 'c', text: '有队伍', critical: false, items: [...items] }] }],
})

test('what is complete goes, with the headings that nothing is left under', () => {
  const shown = onlyLacking([standard('甲', [item('文件', 0), item('名册', 2)]), standard('乙', [item('照片', 0)])])
  expect(shown.map(({ standard: { title } }) => title)).toEqual(['甲'])
  expect(shown[0]?.sections[0]?.criteria[0]?.items.map(({ part }) => part)).toEqual(['名册'])
})

test('what is out of date lacks as well', () => {
  expect(onlyLacking([standard('甲', [item('名册', 0, 1)])])).toHaveLength(1)
})
