import type { Criterion } from '@luoshi/contract/standards'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareContents } from './compare-contents.ts'
import { historyOf, redone, undone, written } from './draft-history.ts'
import { cellsOf, isTable, pasted } from './paste-rows.ts'
import { sectionsOf } from './sections.ts'
import {
  added,
  type Content,
  cellText,
  changed,
  columns,
  emptyCriterion,
  moved,
  removed,
  unready,
  withCell,
} from './sheet.ts'

const line = (id: string, text: string, section = ''): Criterion => ({ ...emptyCriterion(id, section), text })
const three: Content = [line('a', '地面干净', '环境'), line('b', '灯亮', '环境'), line('c', '通道畅通', '安全')]
const textsOf = (content: Content) => content.map(({ id, section }) => `${section}/${id}`)

test('a piece of a spreadsheet is read with its quotes, tabs and line ends', () => {
  expect(cellsOf('甲\t乙\r\n"一\n二"\t"说""是"""\n')).toEqual([
    ['甲', '乙'],
    ['一\n二', '说"是"'],
  ])
  expect([isTable('一句话'), isTable('一\t二'), isTable('一\n二')]).toEqual([false, true, true])
})

test('what is pasted fills cells from where it began, adds lines, and leaves what a cell cannot hold', () => {
  let last = 0
  const { content, refused } = pasted(
    three,
    { id: 'c', column: 'text' },
    '通道无杂物\t2\t是\n灭火器有效\t零\t否',
    () => {
      last += 1
      return `new${last}`
    },
  )
  expect(content.map(({ id, text, weight, critical }) => [id, text, weight, critical]).slice(2)).toEqual([
    ['c', '通道无杂物', 2, true],
    ['new1', '灭火器有效', 1, false],
  ])
  expect([refused, content[3]?.section]).toEqual([1, '安全'])
})

test('a line moves within its section, and at the edge joins the next', () => {
  expect(textsOf(moved(three, 'a', 1))).toEqual(['环境/b', '环境/a', '安全/c'])
  expect(textsOf(moved(three, 'b', 1))).toEqual(['环境/a', '安全/b', '安全/c'])
  expect(textsOf(moved(moved(three, 'b', 1), 'b', 1))).toEqual(['环境/a', '安全/c', '安全/b'])
  expect(moved(three, 'a', -1)).toBe(three)
})

test('a new line stands after the chosen one in its section, and a line is taken out', () => {
  expect(textsOf(added(three, 'a', 'n'))).toEqual(['环境/a', '环境/n', '环境/b', '安全/c'])
  expect(textsOf(added(three, null, 'n'))).toEqual(['环境/a', '环境/b', '安全/c', '安全/n'])
  expect(textsOf(removed(three, 'b'))).toEqual(['环境/a', '安全/c'])
  expect(unready(added(three, null, 'n'))).toEqual(['n'])
})

test('whatever a cell shows, written back changes nothing', () => {
  const full: Criterion = {
    ...line('x', '有机构'),
    ...{ weight: 2.5, critical: true, grades: { conforms: '有', fails: '没有' }, exceptions: ['没有河道', '新建'] },
    ...{
      evidence: [{ name: '成立文件', kind: 'paper', months: 12 }],
      photo: 'required',
      lookWhere: '大厅',
      lookHow: '看原件',
    },
  }
  for (const column of columns) expect(withCell(full, column, cellText(full, column))).toEqual(full)
  expect(withCell(full, 'mostly', ' ')?.grades).toEqual({ conforms: '有', fails: '没有' })
})

test('undo and redo lead back and forth, and letters of one cell are one step', () => {
  const typed = (content: Content, text: string) => changed(content, 'a', one => ({ ...one, text }))
  let history = historyOf(three)
  history = written(history, typed(history.now, '地'), 'a.text')
  history = written(history, typed(history.now, '地面'), 'a.text')
  history = written(history, removed(history.now, 'b'))
  expect(undone(undone(history)).now).toBe(three)
  expect(redone(redone(undone(undone(history)))).now).toBe(history.now)
  expect(undone(undone(undone(history))).now).toBe(three)
})

test('between two versions it is said what is new, gone, changed and moved', () => {
  const later = [
    { ...line('a', '地面无积水', '环境'), weight: 2 },
    line('d', '有人值守', '安全'),
    line('c', '通道畅通', '安全'),
    line('n', '秤准', '环境'),
  ]
  const said = compareContents([...three, line('d', '有人值守', '安全')], later).map(change => [
    change.kind,
    change.criterion.id,
    change.kind === 'changed' ? change.cells.map(({ column }) => column) : [],
  ])
  expect(said).toEqual([
    ['changed', 'a', ['text', 'weight']],
    ['gone', 'b', []],
    ['moved', 'c', []],
    ['new', 'n', []],
  ])
})

test('a version compared with itself says nothing, and every difference has its line', () => {
  const content = fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...'abcdefgh'), text: fc.constantFrom('一二', '三四', '五六') }),
    { selector: ({ id }) => id },
  )
  fc.assert(
    fc.property(content, content, (one, other) => {
      const [before, after] = [one, other].map(lines => lines.map(({ id, text }) => line(id, text)))
      if (!before || !after) return
      expect(compareContents(before, before)).toEqual([])
      const changes = compareContents(before, after)
      const ids = (kind: string) => changes.filter(change => change.kind === kind).map(({ criterion }) => criterion.id)
      expect(ids('new').sort()).toEqual(
        after
          .map(({ id }) => id)
          .filter(id => !before.some(was => was.id === id))
          .sort(),
      )
      expect(ids('gone').sort()).toEqual(
        before
          .map(({ id }) => id)
          .filter(id => !after.some(is => is.id === id))
          .sort(),
      )
      const [was, is] = [before, after].map(lines => lines.map(({ id }) => id).join())
      if (changes.length === 0) expect(was).toBe(is)
    }),
  )
})

test('criteria stand together under their headings', () => {
  expect(sectionsOf(three).map(({ name, from, criteria }) => [name, from, criteria.length])).toEqual([
    ['环境', 1, 2],
    ['安全', 3, 1],
  ])
})
