import { parseArgs } from 'node:util'
import type { DroppedLot } from '@luoshi/rules/draw'
import type { DrawCheck, DrawProof } from '@luoshi/rules/draw-proof'
import { localDate } from '@luoshi/rules/local-time'
import { type Run, status, type Terminal } from '../command.ts'

const options = { noted: { type: 'string', multiple: true } } as const

/**
 * Makes a draw again from its proof and says of each thing whether it holds; exit status 1 where one does not. Needs no server: a
 * file is read, an address fetched, and nothing else is asked.
 */
export const verifyDrawProof: Run = async (args, terminal) => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [source] = positionals
    if (source === undefined || positionals.length > 1)
      throw new Error('请给出一个抽签证明文件或网址。(Name one proof file or address.)')
    const proof = await parsed(await textOf(source, terminal))
    return await judge(proof, values.noted ?? [], terminal)
  } catch (error) {
    terminal.err(`luoshi verify draw: ${error instanceof Error ? error.message : error}\n`)
    return status.refused
  }
}

const textOf = async (source: string, terminal: Terminal): Promise<string> => {
  if (!/^https?:\/\//.test(source))
    return new TextDecoder().decode(source === '-' ? await terminal.readInput() : await terminal.readFile(source))
  const reply = await fetch(source)
  if (reply.ok) return reply.text()
  throw new Error(
    `这个网址没有给出证明(${reply.status}):可能抽签还没有公开,或者链接不完整。(No proof there: not revealed yet, or the link is incomplete.)`,
  )
}

const parsed = async (text: string): Promise<DrawProof> => {
  const { drawProofFile } = await import('@luoshi/contract/draw-proof')
  const read = drawProofFile.safeParse(jsonOf(text))
  if (read.success) return read.data
  const where = read.error.issues[0]?.path.join('.')
  throw new Error(`这不是 luoshi.draw/1 抽签证明${where ? `(${where})` : ''}。(Not a proof of a draw.)`)
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const judge = async (proof: DrawProof, noted: readonly string[], terminal: Terminal): Promise<number> => {
  const { checkDraw } = await import('@luoshi/rules/draw-proof')
  const checks = checkDraw(proof)
  const { secretHash, frameHash } = proof.commitment
  const foreign = noted.filter(hash => ![secretHash, frameHash].includes(hash.trim().toLowerCase()))
  terminal.out(
    [
      `《${proof.title}》的抽签 (the draw of this round)`,
      `  秘密的哈希 (hash of the secret): ${secretHash}`,
      `  名单的哈希 (hash of the lists):  ${frameHash}`,
      ...checks.map(check => `  ${mark(check)} ${words[check.name](check, proof)}`),
      ...foreign.map(
        hash => `  ✗ 您事先记下的哈希不在证明里:${hash} (The hash you noted is not the one of this proof.)`,
      ),
      '',
    ].join('\n'),
  )
  const holds = foreign.length === 0 && checks.every(check => check.holds !== false)
  terminal.out(
    holds
      ? `属实:名单和秘密与事先公布的一致,结果由它们${proof.words === null ? '' : '和见证人的话'}算出。(True.)\n  ${limits}\n`
      : '不属实:上面打 ✗ 的地方对不上。(Not true: what is marked ✗ does not hold.)\n',
  )
  return holds ? status.clean : status.errors
}

const limits =
  '这证明不了的:封存之前有没有挑过秘密(这正是见证人的作用),以及封存之前公布的哈希是不是上面这两个(请与您记下的核对,--noted)。(Not proved: that the secret was taken blindly – that is what the witness is for – and that these were the hashes published before: compare yours with --noted.)'

const mark = ({ holds }: DrawCheck): string => (holds === null ? '·' : holds ? '✓' : '✗')

type Say = (check: DrawCheck, proof: DrawProof) => string

const either =
  (good: string, bad: string): Say =>
  ({ holds }) =>
    holds === false ? bad : good

const words: Readonly<Record<DrawCheck['name'], Say>> = {
  secret: either(
    '公开的秘密就是事先封存的那一个 (the secret is the one bound before)',
    '公开的秘密不是事先封存的那一个 (the secret is not the one bound before)',
  ),
  frame: ({ holds, counts }) =>
    holds === false
      ? '名单在封存之后被改过 (the lists were changed after they were bound)'
      : `名单就是事先封存的那一份:${counts.points} 个点位、${counts.inspectors} 名检查人员、${counts.barred} 对回避 (the lists are those bound before: points, inspectors, pairs kept apart)`,
  order: either('先封存,后抽签 (bound before it was drawn)', '抽签的时间在封存之前 (drawn before it was bound)'),
  witness: ({ holds }, { witness, words: spoken }) =>
    holds === null
      ? '没有见证人:结果只由主办方的秘密决定 (no witness: the outcome hung on the drawer’s secret alone)'
      : `见证人 ${witness} 说的是“${spoken}”,请本人核对 (the witness’s words; let the witness compare them)`,
  quotas: ({ holds, counts }) =>
    holds === false
      ? '抽出的点位数与名单规定的不符 (the points drawn are not as many as the lists say)'
      : `每一层抽出的点位数与规定一致,共 ${counts.drawn} 个 (as many points of each stratum as the lists say)`,
  inspectors: ({ holds, counts }) =>
    holds === false
      ? '有人被派往应当回避的点位 (somebody was sent where the lists forbid it)'
      : `没有人被派往应当回避的点位${counts.replaced ? `;${counts.replaced} 人因故由下一签接替` : ''} (nobody was sent where the lists forbid it)`,
  result: either(
    '重新抽一遍,结果完全相同 (drawn again, the result is the same)',
    '重新抽一遍,结果不同 (drawn again, the result is another)',
  ),
  short: ({ holds, counts }) =>
    holds === null
      ? `${counts.short} 个点位检查人员不足 (points short of inspectors)`
      : '每个点位的检查人员都够 (no point is short of inspectors)',
  dropped: ({ holds, counts }, { frame, beside = [] }) =>
    holds === true
      ? '同样的点位没有抽过又作废的签 (no other lot over these points was drawn and dropped)'
      : counts.before === undefined
        ? '证明里没有写同样的点位此前是否抽过又作废 (it does not say whether other lots over these points were dropped before)'
        : [
            `同样的点位另外抽过 ${(counts.before ?? 0) + beside.length} 次签,没有照着查 (other lots over some of these points, drawn and dropped):`,
            ...(frame.dropped ?? []).map(lot =>
              told(lot, '封存之前,写在名单里', 'before, under the hash of the lists'),
            ),
            ...beside.map(lot => told(lot, '封存之后', 'after this one was bound')),
          ].join('\n      '),
}

const told = (lot: DroppedLot, when: string, english: string): string =>
  `《${lot.title}》${lot.unit},${localDate(lot.drawnAt)} 抽签,${localDate(lot.droppedAt)} ${
    lot.reason === null ? '就结束了 (ended)' : `取消,理由:“${lot.reason}” (called off, for this reason)`
  },${lot.points} 个点位去了 ${lot.visited} 个;${when} (${english}),秘密的哈希 ${lot.secretHash}`
