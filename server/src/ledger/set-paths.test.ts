import { expect, test } from 'vitest'
import type { Paper } from './papers.ts'
import type { LedgerLine } from './read-ledger.ts'
import { safeName, setEntries } from './set-paths.ts'

const unit = { id: 'u', name: '柳荫社区', kind: 'community' as const, path: 'a.b' }

const paper = (name: string, more: Partial<Paper> = {}): Paper => ({
  ...{ criterionId: 'c1', part: '', id: name, name, kind: 'file', sha256: 'x', text: null, bytes: 1 },
  ...{
    addedAt: new Date(0),
    validUntil: null,
    unitId: 'u',
    unitName: '柳荫社区',
    unitKind: 'community',
    unitPath: 'a.b',
  },
  ...more,
})

const line = (section: string, id: string, papers: readonly Paper[]): LedgerLine => ({
  criterion: {
    ...{ standardId: 's', title: '社区标准', number: 1, pointType: '社区', unitPath: 'a', id, section },
    ...{ text: `条目${id}`, critical: false, evidence: [] },
  },
  asked: { name: '成立文件', kind: 'paper', months: null },
  brought: [{ unit, state: papers.length > 0 ? 'exists' : 'missing', papers }],
})

const pathsOf = (lines: readonly LedgerLine[]) => setEntries(lines).map(({ path }) => path)

test('folders follow the order of the standard', () => {
  expect(
    pathsOf([
      line('组织', 'c1', [paper('文件.pdf')]),
      line('组织', 'c2', [paper('名册.xlsx')]),
      line('环境', 'c3', [paper('图.jpg')]),
    ]),
  ).toEqual([
    '01 社区标准/01 组织/01 条目c1/成立文件/柳荫社区/文件.pdf',
    '01 社区标准/01 组织/02 条目c2/成立文件/柳荫社区/名册.xlsx',
    '01 社区标准/02 环境/01 条目c3/成立文件/柳荫社区/图.jpg',
  ])
})

test('two papers of one name are both there', () => {
  const [first, second] = pathsOf([line('组织', 'c1', [paper('现场.jpg'), paper('现场.jpg', { id: 'other' })])])
  expect(first).toMatch(/\/现场\.jpg$/)
  expect(second).toMatch(/\/现场 \(2\)\.jpg$/)
})

test('what is missing stands in the index and nowhere else', () => {
  expect(setEntries([line('组织', 'c1', [])])).toMatchObject([{ paper: null, path: null }])
})

test('no name leads out of its folder or is refused by a file system', () => {
  expect(safeName('../../etc/passwd')).not.toMatch(/[/\\]/)
  expect(safeName('一<二>:"三"|?*\u0000\n四')).toBe('一 二 三 四')
  expect(safeName('...')).toBe('未命名')
  expect([...safeName('长'.repeat(300))]).toHaveLength(40)
  expect(pathsOf([line('组织', 'c1', [paper('a/../../b.sh', { kind: 'file' })])])[0]?.split('/')).toHaveLength(6)
})

test('a text is a text file', () => {
  const [path] = pathsOf([line('组织', 'c1', [paper('会议记录', { kind: 'text', sha256: null, text: '到会七人' })])])
  expect(path).toMatch(/会议记录\.txt$/)
})
