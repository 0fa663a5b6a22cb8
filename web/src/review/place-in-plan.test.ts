import { expect, test } from 'vitest'
import { paragraphsOf } from './paragraphs.ts'
import { placesIn } from './place-in-plan.ts'

test('a paragraph stands under the last first-level and second-level heading', () => {
  const text = [
    '方案',
    '为了干净。',
    '二、任务',
    '（一）扫地。',
    '每天扫。',
    '三、步骤',
    '第一阶段:发动',
    '张贴公告。',
  ].join('\n')
  expect(placesIn(text, paragraphsOf(text, { start: 0, end: text.length }, '方案'))).toEqual([
    '',
    '',
    '二',
    '二（一）',
    '二（一）',
    '三',
    '三第一阶段',
    '三第一阶段',
  ])
})
