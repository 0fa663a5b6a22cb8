import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { commitToDraw, type DrawFrame, drawLots } from '@luoshi/rules/draw'
import type { DrawProof } from '@luoshi/rules/draw-proof'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Terminal } from './command.ts'
import { verify } from './commands/verify.ts'

const frame: DrawFrame = {
  roundId: 'r',
  points: ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => ({ id, stratum: '窗口', unitPath: `yunxi.u${index % 3}` })),
  inspectors: [0, 1, 2].map(index => ({ id: `i${index}`, unitPath: `yunxi.u${index}` })),
  quotas: { 窗口: 4 },
  inspectorsPerPoint: 1,
  home: 'away',
  barred: [],
  dropped: [],
}
const proof: DrawProof = {
  format: 'luoshi.draw/1',
  title: '四月抽查',
  commitment: commitToDraw('一叶知秋', frame),
  committedAt: '2026-04-01T01:00:00Z',
  drawnAt: '2026-04-02T01:00:00Z',
  secret: '一叶知秋',
  witness: '李见',
  words: '门前有两棵树',
  frame,
  withdrawals: [],
  draw: drawLots({ secret: '一叶知秋', words: '门前有两棵树' }, frame),
}

let server: Server
let url: string
beforeAll(async () => {
  server = createServer((request, reply) => {
    reply.statusCode = request.url === '/proof.json' ? 200 : 404
    reply.end(request.url === '/proof.json' ? JSON.stringify(proof) : '{}')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // listening on TCP
})
afterAll(() => server.close())

const run = async (content: unknown, ...args: readonly string[]) => {
  const out: string[] = []
  const err: string[] = []
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
  const terminal: Terminal = {
    out: text => void out.push(text),
    err: text => void err.push(text),
    readFile: () => Promise.resolve(bytes),
    readInput: () => Promise.resolve(bytes),
    writeNewFile: () => Promise.reject(new Error('nothing is written')),
    interactive: false,
    columns: null,
    colours: false,
  }
  const status = await verify(['draw', ...args], terminal)
  return { status, out: out.join(''), err: err.join('') }
}

test('an honest draw is true, from a file, from the input and from an address, with each check told', async () => {
  for (const source of ['证明.json', '-', `${url}/proof.json`]) {
    const { status, out } = await run(proof, source)
    expect(status).toBe(0)
    expect(out).toContain('属实')
    expect(out.match(/✓/g)).toHaveLength(9)
    expect(out).not.toContain('✗')
  }
})

test('what was changed is named, and the exit status says so', async () => {
  const [first, ...others] = proof.draw.drawn
  const favoured = { ...proof, draw: { ...proof.draw, drawn: [...others, first] } }
  expect(await run(favoured, 'f')).toMatchObject({ status: 1, out: expect.stringContaining('✗ 重新抽一遍,结果不同') })
  const spared = { ...proof, frame: { ...frame, points: frame.points.slice(1) } }
  expect(await run(spared, 'f')).toMatchObject({ status: 1, out: expect.stringContaining('✗ 名单在封存之后被改过') })
  expect(await run({ ...proof, secret: '二叶' }, 'f')).toMatchObject({
    status: 1,
    out: expect.stringContaining('✗ 公开的秘密不是'),
  })
  expect(await run({ ...proof, words: '门前有三棵树' }, 'f')).toMatchObject({ status: 1 })
})

test('a hash noted before the draw is looked for', async () => {
  const { secretHash } = proof.commitment
  expect(await run(proof, 'f', '--noted', secretHash)).toMatchObject({ status: 0 })
  expect(await run(proof, 'f', '--noted', '0'.repeat(64))).toMatchObject({
    status: 1,
    out: expect.stringContaining('不在证明里'),
  })
})

test('a draw without a witness is true and says that there was none', async () => {
  const alone = { ...proof, witness: null, words: null, draw: drawLots({ secret: '一叶知秋', words: null }, frame) }
  expect(await run(alone, 'f')).toMatchObject({ status: 0, out: expect.stringContaining('没有见证人') })
})

test('lots over the same points that were drawn and dropped are named one by one, and cannot be left out', async () => {
  const lot = {
    ...{ roundId: 'q', title: '三月抽查', unit: '云溪县', secretHash: 'a'.repeat(64), frameHash: 'b'.repeat(64) },
    ...{
      drawnAt: '2026-03-20T17:00:00Z',
      droppedAt: '2026-03-22T01:00:00Z',
      reason: '另行安排',
      points: 4,
      visited: 0,
    },
  }
  const again: DrawFrame = { ...frame, dropped: [lot] }
  const third = {
    ...{ ...proof, frame: again, commitment: commitToDraw('一叶知秋', again) },
    beside: [{ ...lot, title: '四月备用', reason: null, visited: 1 }],
  }
  const { status, out } = await run(third, 'f')
  expect(status).toBe(0)
  expect(out).toContain('· 同样的点位另外抽过 2 次签')
  expect(out).toMatch(
    /《三月抽查》云溪县,2026-03-21 抽签,2026-03-22 取消,理由:“另行安排”.*4 个点位去了 0 个;封存之前,写在名单里/,
  )
  expect(out).toMatch(/《四月备用》.*就结束了.*4 个点位去了 1 个;封存之后/)
  expect(await run({ ...third, frame }, 'f')).toMatchObject({
    status: 1,
    out: expect.stringContaining('✗ 名单在封存之后被改过'),
  })
})

test('a proof from before lots were named is true, and said to be silent on them', async () => {
  const { dropped: _, ...silent } = frame
  const old = { ...proof, frame: silent, commitment: commitToDraw('一叶知秋', silent) }
  expect(await run(old, 'f')).toMatchObject({ status: 0, out: expect.stringContaining('· 证明里没有写') })
})

test('what is no proof, or is not there, is refused with a sentence', async () => {
  expect(await run('完全不是', 'f')).toMatchObject({ status: 2, err: expect.stringContaining('luoshi.draw/1') })
  expect(await run({ ...proof, format: 'other' }, 'f')).toMatchObject({
    status: 2,
    err: expect.stringContaining('format'),
  })
  expect(await run(proof, `${url}/nothing.json`)).toMatchObject({ status: 2, err: expect.stringContaining('404') })
  expect(await run(proof)).toMatchObject({ status: 2 })
  expect(await run(proof, 'f', '--unknown')).toMatchObject({ status: 2 })
})
