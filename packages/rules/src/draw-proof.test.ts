import { expect, test } from 'vitest'
import { commitToDraw, type DrawFrame, type DroppedLot, drawLots } from './draw.ts'
import { checkDraw, type DrawProof } from './draw-proof.ts'

const frame: DrawFrame = {
  roundId: 'r',
  points: ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => ({
    id,
    stratum: '窗口',
    unitPath: `yunxi.u${index % 3}`,
    name: `窗口${id}`,
  })),
  inspectors: [0, 1, 2].map(index => ({ id: `i${index}`, unitPath: `yunxi.u${index}` })),
  quotas: { 窗口: 4 },
  inspectorsPerPoint: 1,
  home: 'away',
  barred: [{ inspectorId: 'i0', pointId: 'b', reason: 'met' }],
  dropped: [],
}
const secret = '一叶知秋'
const proof: DrawProof = {
  format: 'luoshi.draw/1',
  title: '四月抽查',
  commitment: commitToDraw(secret, frame),
  committedAt: '2026-04-01T01:00:00Z',
  drawnAt: '2026-04-02T01:00:00Z',
  secret,
  witness: '李见',
  words: '门前有两棵树',
  frame,
  withdrawals: [],
  draw: drawLots({ secret, words: '门前有两棵树' }, frame),
}

const failing = (changed: Partial<DrawProof>): readonly string[] =>
  checkDraw({ ...proof, ...changed }).flatMap(({ name, holds }) => (holds === false ? [name] : []))

test('every check of an honest proof holds', () => {
  expect(failing({})).toEqual([])
  expect(checkDraw(proof).filter(({ holds }) => holds === null)).toEqual([])
})

test('what was changed is named', () => {
  expect(failing({ secret: '二叶' })).toEqual(['secret', 'result'])
  expect(failing({ words: '门前有三棵树' })).toEqual(['result'])
  expect(failing({ frame: { ...frame, barred: [] } })).toContain('frame')
  expect(failing({ drawnAt: '2026-03-31T01:00:00Z' })).toEqual(['order'])
  const [first, ...rest] = proof.draw.drawn
  const home = frame.points.find(({ id }) => id === first?.pointId)?.unitPath.replace('yunxi.u', 'i') ?? ''
  const sentHome = { ...proof.draw, drawn: [{ pointId: first?.pointId ?? '', inspectorIds: [home] }, ...rest] }
  expect(failing({ draw: sentHome })).toEqual(['inspectors', 'result'])
  expect(failing({ draw: { ...proof.draw, drawn: rest } })).toEqual(['quotas', 'result'])
})

test('a draw without a witness, or short of inspectors, is told and not condemned', () => {
  const alone = { ...frame, inspectors: frame.inspectors.slice(0, 1) }
  const draw = drawLots({ secret, words: null }, alone)
  const checks = checkDraw({
    ...proof,
    ...{ witness: null, words: null, frame: alone, draw, commitment: commitToDraw(secret, alone) },
  })
  expect(checks.flatMap(({ name, holds }) => (holds === null ? [name] : []))).toEqual(['witness', 'short'])
})

const lot: DroppedLot = {
  ...{ roundId: 'q', title: '三月抽查', unit: '云溪县', secretHash: 'a'.repeat(64), frameHash: 'b'.repeat(64) },
  ...{ drawnAt: '2026-03-20T01:00:00Z', droppedAt: '2026-03-21T01:00:00Z', reason: '另行安排', points: 4, visited: 0 },
}

test('a lot that was dropped before is told and not condemned, and stands under the hash of the lists', () => {
  const named = { ...frame, dropped: [lot] }
  const again = { ...proof, frame: named, commitment: commitToDraw(secret, named) }
  expect(checkDraw(again).filter(({ holds }) => holds !== true)).toEqual([
    { name: 'dropped', holds: null, counts: { before: 1, beside: 0 } },
  ])
  const reworded = { ...named, dropped: [{ ...lot, reason: '下大雨' }] }
  for (const changed of [frame, reworded]) expect(failing({ ...again, frame: changed })).toEqual(['frame'])
  expect(drawLots({ secret, words: '门前有两棵树' }, named)).toEqual(proof.draw)
})

test('lots dropped after it was bound are told, and a proof that is silent on them is not taken for a clean one', () => {
  const dropped = (changed: Partial<DrawProof>) =>
    checkDraw({ ...proof, ...changed }).find(({ name }) => name === 'dropped')
  expect(dropped({ beside: [lot] })).toMatchObject({ holds: null, counts: { before: 0, beside: 1 } })
  const { dropped: _, ...silent } = frame
  expect(dropped({ frame: silent })).toEqual({ name: 'dropped', holds: null, counts: { beside: 0 } })
})
