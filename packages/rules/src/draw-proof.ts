import { canonicalJson } from './canonical-json.ts'
import {
  type Commitment,
  commitToDraw,
  type Draw,
  type DrawFrame,
  type DroppedLot,
  drawLots,
  mayGo,
  type Withdrawal,
} from './draw.ts'

/** Everything about a draw, for anyone to make it again without the server. */
export type DrawProof = {
  readonly format: 'luoshi.draw/1'
  readonly title: string
  readonly commitment: Commitment
  /** ISO 8601 instants. */
  readonly committedAt: string
  readonly drawnAt: string
  readonly secret: string
  /** Who spoke the words, as they wish to be called; null where nobody was witness. */
  readonly witness: string | null
  readonly words: string | null
  readonly frame: DrawFrame
  readonly withdrawals: readonly Withdrawal[]
  readonly draw: Draw
  /** Lots that were dropped after this one was bound, as far as it was known when the proof was taken. No hash binds them. */
  readonly beside?: readonly DroppedLot[] | undefined
}

export type DrawCheckName =
  | 'secret'
  | 'frame'
  | 'order'
  | 'quotas'
  | 'inspectors'
  | 'result'
  | 'short'
  | 'witness'
  | 'dropped'

/** `holds` null: nothing is wrong, and yet the reader should know. `counts` fill the words. */
export type DrawCheck = {
  readonly name: DrawCheckName
  readonly holds: boolean | null
  readonly counts: Readonly<Record<string, number>>
}

/** Each thing that can be said of a proof, one by one, so that a reader sees what was looked at and what was not. */
export const checkDraw = (proof: DrawProof): readonly DrawCheck[] => {
  const { frame, draw, commitment, withdrawals, words } = proof
  const expected = commitToDraw(proof.secret, frame)
  const again = drawLots({ secret: proof.secret, words }, frame, withdrawals)
  const check = (name: DrawCheckName, holds: boolean | null, counts: DrawCheck['counts'] = {}): DrawCheck => ({
    name,
    holds,
    counts,
  })
  return [
    check('secret', expected.secretHash === commitment.secretHash),
    check('frame', expected.frameHash === commitment.frameHash, {
      points: frame.points.length,
      inspectors: frame.inspectors.length,
      barred: frame.barred.length,
    }),
    check('order', Date.parse(proof.committedAt) <= Date.parse(proof.drawnAt)),
    check('witness', proof.witness !== null && words !== null ? true : null),
    check('quotas', quotasAreKept(frame, draw), { drawn: draw.drawn.length, strata: Object.keys(frame.quotas).length }),
    check('inspectors', nobodyWhereForbidden(frame, draw), { replaced: withdrawals.length }),
    check('result', canonicalJson(again) === canonicalJson(draw)),
    check('short', draw.short.length === 0 ? true : null, { short: draw.short.length }),
    otherLots(proof),
  ]
}

/** A proof that says nothing of other lots is not one that says there were none. */
const otherLots = ({ frame: { dropped }, beside = [] }: DrawProof): DrawCheck => ({
  name: 'dropped',
  holds: dropped?.length === 0 && beside.length === 0 ? true : null,
  counts: { ...(dropped && { before: dropped.length }), beside: beside.length },
})

const quotasAreKept = (frame: DrawFrame, draw: Draw): boolean => {
  const strata = new Map(frame.points.map(({ id, stratum }) => [id, stratum]))
  const sizes = countBy([...strata.values()])
  const drawn = countBy(draw.drawn.map(({ pointId }) => strata.get(pointId) ?? ''))
  const isWhole = [...sizes].every(
    ([stratum, size]) => (drawn.get(stratum) ?? 0) === Math.min(size, Math.max(0, frame.quotas[stratum] ?? 0)),
  )
  return isWhole && !drawn.has('') && new Set(draw.drawn.map(({ pointId }) => pointId)).size === draw.drawn.length
}

const nobodyWhereForbidden = (frame: DrawFrame, draw: Draw): boolean => {
  const points = new Map(frame.points.map(point => [point.id, point]))
  const inspectors = new Map(frame.inspectors.map(inspector => [inspector.id, inspector]))
  const isFree = mayGo(frame)
  return draw.drawn.every(({ pointId, inspectorIds }) =>
    inspectorIds.every(id => {
      const [point, inspector] = [points.get(pointId), inspectors.get(id)]
      return point !== undefined && inspector !== undefined && isFree(inspector, point)
    }),
  )
}

const countBy = (keys: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
