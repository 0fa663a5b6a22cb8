import { canonicalJson } from './canonical-json.ts'
import { drawStream } from './draw-stream.ts'
import { sha256Hex } from './sha256.ts'
import { isWithin, type UnitPath } from './unit-path.ts'

export type DrawPoint = { readonly id: string; readonly stratum: string; readonly unitPath: UnitPath }

export type DrawInspector = { readonly id: string; readonly unitPath: UnitPath }

/** Everything a draw depends on but chance. It is published before the draw, and with it the hash of the secret. */
export type DrawFrame = {
  readonly roundId: string
  readonly points: readonly DrawPoint[]
  readonly inspectors: readonly DrawInspector[]
  /** How many points of each stratum. */
  readonly quotas: Readonly<Record<string, number>>
  readonly inspectorsPerPoint: number
  /** Who does not go where, because of the last round or a tie: pairs of inspector and point. */
  readonly barred: readonly { readonly inspectorId: string; readonly pointId: string }[]
}

export type Drawn = { readonly pointId: string; readonly inspectorIds: readonly string[] }

/** `short` lists points for which there were not enough inspectors free of ties. */
export type Draw = { readonly drawn: readonly Drawn[]; readonly short: readonly string[] }

/** Published before: binds the drawer to one secret and one frame, and tells nothing of either's outcome. */
export type Commitment = { readonly secretHash: string; readonly frameHash: string }

export const commitToDraw = (secret: string, frame: DrawFrame): Commitment => ({
  secretHash: sha256Hex(`luoshi.draw/1 secret\n${secret}`),
  frameHash: sha256Hex(`luoshi.draw/1 frame\n${canonicalJson(inOrder(frame))}`),
})

/**
 * Points by lot within each stratum, and inspectors by lot for each point (双随机), from the secret alone. Every point of
 * a stratum is as likely as every other. An inspector never goes to the own unit or a barred point; work is shared evenly
 * among those who may go.
 */
export const drawLots = (secret: string, unordered: DrawFrame): Draw => {
  const frame = inOrder(unordered)
  const points = frame.strata.flatMap(stratum => {
    const candidates = frame.points.filter(point => point.stratum === stratum)
    const shuffled = drawStream(secret, `${frame.roundId}\npoints\n${stratum}`).shuffle(candidates)
    return shuffled.slice(0, Math.max(0, frame.quotas[stratum] ?? 0))
  })
  return assignInspectors(secret, frame, points)
}

export type DrawFault = 'other-secret' | 'other-frame' | 'other-result'

/** What anyone can check once the secret is out. Null when all is as it should be. */
export const verifyDraw = (
  commitment: Commitment,
  secret: string,
  frame: DrawFrame,
  published: Draw,
): DrawFault | null => {
  const expected = commitToDraw(secret, frame)
  if (expected.secretHash !== commitment.secretHash) return 'other-secret'
  if (expected.frameHash !== commitment.frameHash) return 'other-frame'
  return canonicalJson(drawLots(secret, frame)) === canonicalJson(published) ? null : 'other-result'
}

type OrderedFrame = DrawFrame & { readonly strata: readonly string[] }

/** The order in which things were listed must not matter. */
const inOrder = (frame: DrawFrame): OrderedFrame => ({
  ...frame,
  points: frame.points.toSorted(byId),
  inspectors: frame.inspectors.toSorted(byId),
  barred: frame.barred.toSorted((one, other) => compare(pairKey(one), pairKey(other))),
  strata: [...new Set(frame.points.map(({ stratum }) => stratum))].sort(),
})

const assignInspectors = (secret: string, frame: OrderedFrame, points: readonly DrawPoint[]): Draw => {
  const stream = drawStream(secret, `${frame.roundId}\ninspectors`)
  const barred = new Set(frame.barred.map(pairKey))
  const load = new Map<string, number>()
  const chosen = new Map<string, readonly string[]>()
  for (const point of stream.shuffle(points)) {
    const free = frame.inspectors.filter(
      ({ id, unitPath }) =>
        !barred.has(pairKey({ inspectorId: id, pointId: point.id })) && !isAtHome(unitPath, point.unitPath),
    )
    const ranked = stream.shuffle(free).sort((one, other) => (load.get(one.id) ?? 0) - (load.get(other.id) ?? 0))
    const team = ranked.slice(0, frame.inspectorsPerPoint).map(({ id }) => id)
    for (const id of team) load.set(id, (load.get(id) ?? 0) + 1)
    chosen.set(point.id, team.sort())
  }
  const drawn = points.map(({ id }) => ({ pointId: id, inspectorIds: chosen.get(id) ?? [] }))
  const short = drawn.filter(({ inspectorIds }) => inspectorIds.length < frame.inspectorsPerPoint)
  return { drawn, short: short.map(({ pointId }) => pointId) }
}

/** A point that answers to the inspector's unit, or the other way round; the common root of all is nobody's home. */
const isAtHome = (inspector: UnitPath, point: UnitPath): boolean =>
  inspector.includes('.') && (isWithin(point, inspector) || isWithin(inspector, point))

const pairKey = (pair: { readonly inspectorId: string; readonly pointId: string }): string =>
  `${pair.inspectorId}\n${pair.pointId}`

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const byId = (one: { readonly id: string }, other: { readonly id: string }): number => compare(one.id, other.id)
