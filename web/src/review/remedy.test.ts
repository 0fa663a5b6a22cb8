import type { Compilation } from '@luoshi/plan-compiler/plan'
import { describe, expect, test } from 'vitest'
import { someItem } from './item.testing.ts'
import { startItem } from './new-item.ts'
import { mendItems } from './remedy.ts'

const text = '宣传阶段(3月1日至3月20日)。整治阶段(3月18日至5月1日)。'
const nothing = { issuer: null, outline: [], groups: [], tasks: [], duties: [], indicators: [], milestones: [] }
const rest = { checklists: [], procedure: [], budget: [], consequences: [], references: [], diagnostics: [] }

/** Reads `…阶段(…)` as phases and nothing else: enough of a compiler to see what is taken over from it. */
const read = (words: string): Compilation => ({
  schema: 'luoshi.plan/1',
  source: { name: '', sha256: '' },
  text: words,
  plans: [
    {
      ...nothing,
      ...rest,
      title: null,
      span: { start: 0, end: words.length },
      phases: [...words.matchAll(/(..阶段)\((.+?)\)/g)].map(match => ({
        name: match[1] ?? '',
        window: { text: match[2] ?? '', start: null, end: null },
        span: { start: match.index, end: match.index + match[0].length },
      })),
    },
  ],
})

const phase = (id: string, from: string) => {
  const found = read(text).plans[0]?.phases.find(({ name }) => name === from)
  return someItem({
    id,
    kind: 'phase',
    span: found?.span ?? null,
    content: { name: from, window: found?.window },
  })
}

describe('mending by a remedy', () => {
  test('the item that holds the words takes over what is read in their place, and no other', () => {
    const at = text.indexOf('3月18日')
    const remedy = { span: { start: at, end: at + 5 }, text: '3月21日' }
    expect(mendItems(text, remedy, [phase('a', '宣传阶段'), phase('b', '整治阶段')], read)).toEqual([
      {
        itemId: 'b',
        content: { name: '整治阶段', window: { text: '3月21日至5月1日', start: null, end: null } },
      },
    ])
  })

  test('what must be changed together is read as changed together', () => {
    const [first, second] = [text.indexOf('3月20日'), text.indexOf('3月18日')]
    const also = [{ span: { start: first, end: first + 5 }, text: '3月9日' }]
    const remedy = { span: { start: second, end: second + 5 }, text: '3月10日', also }
    const mended = mendItems(text, remedy, [phase('a', '宣传阶段'), phase('b', '整治阶段')], read)
    expect(mended.map(({ content }) => content)).toMatchObject([
      { window: { text: '3月1日至3月9日' } },
      { window: { text: '3月10日至5月1日' } },
    ])
  })

  test('an item that says already what the remedy would give is left alone', () => {
    const item = phase('b', '整治阶段')
    const at = text.indexOf('3月18日')
    expect(mendItems(text, { span: { start: at, end: at + 5 }, text: '3月18日' }, [item], read)).toEqual([])
  })
})

describe('a new item from a selection', () => {
  test('takes what the compiler reads from it as that kind', () => {
    expect(startItem('phase', '巩固阶段(6月)', read).name).toBe('巩固阶段')
  })

  test('takes the words themselves where nothing of that kind is read', () => {
    expect(startItem('task', ' 清理河道 ', read).text).toBe('清理河道')
  })
})
