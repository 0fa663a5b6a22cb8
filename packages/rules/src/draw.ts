import { canonicalJson } from './canonical-json.ts'
import { type DrawStream, drawStream } from './draw-stream.ts'
import { sha256Hex } from './sha256.ts'
import { isWithin, type UnitPath } from './unit-path.ts'

export type DrawPoint = {
  readonly id: string
  readonly stratum: string
  readonly unitPath: UnitPath
  /** What it is called, for whoever reads the proof. */
  readonly name?: string | undefined
  /** The version of the standard it will be held to; no lot falls by it, but it cannot change once it is bound. */
  readonly versionId?: string | undefined
}

export type DrawInspector = { readonly id: string; readonly unitPath: UnitPath }

/** Who does not go where: it also works there, declared a tie, or was there in the last rounds. */
export type Barred = {
  readonly inspectorId: string
  readonly pointId: string
  readonly reason?: 'home' | 'tie' | 'met' | undefined
}

/**
 * A lot that fell over some of the same points, was seen, and was not followed: the round was called off, or ended while most of the
 * points drawn had not been visited. Whoever draws until the lot suits leaves one of these behind each time.
 */
export type DroppedLot = {
  readonly roundId: string
  readonly title: string
  /** What the unit that drew it is called. */
  readonly unit: string
  readonly secretHash: string
  readonly frameHash: string
  /** ISO 8601 instants. */
  readonly drawnAt: string
  readonly droppedAt: string
  /** Why it was called off; null where it was ended. */
  readonly reason: string | null
  /** Points drawn, and how many of them were visited. */
  readonly points: number
  readonly visited: number
}

/** For so many days a lot that was dropped is named by the next over the same points. */
export const droppedLotDays = 90

/** Everything a draw depends on but chance. Its hash is published before the draw, and with it the hash of the secret. */
export type DrawFrame = {
  readonly roundId: string
  readonly points: readonly DrawPoint[]
  readonly inspectors: readonly DrawInspector[]
  /** How many points of each stratum. */
  readonly quotas: Readonly<Record<string, number>>
  readonly inspectorsPerPoint: number
  /** `away`: nobody inspects the own unit. `own`: everybody inspects the own unit and no other, as in patrols and 自查. */
  readonly home: 'away' | 'own'
  readonly barred: readonly Barred[]
  /** No lot falls by them, but they cannot be left out once it is bound. Absent where none were looked for. */
  readonly dropped?: readonly DroppedLot[] | undefined
}

/**
 * What the lots fall by: the secret of the drawer, bound before, and the words of a witness, spoken after. Null where there was
 * no witness.
 */
export type Chance = { readonly secret: string; readonly words: string | null }

export type Drawn = { readonly pointId: string; readonly inspectorIds: readonly string[] }

/** `short` lists points for which there were not enough inspectors free of ties. */
export type Draw = { readonly drawn: readonly Drawn[]; readonly short: readonly string[] }

/** An inspector who cannot go after all. The visits that were made already stay; every other point falls to the next in lot. */
export type Withdrawal = { readonly inspectorId: string; readonly keeps: readonly string[] }

/** Published before: binds the drawer to one secret and one frame, and tells nothing of either's outcome. */
export type Commitment = { readonly secretHash: string; readonly frameHash: string }

export const commitToDraw = (secret: string, frame: DrawFrame): Commitment => ({
  secretHash: sha256Hex(`luoshi.draw/1 secret\n${secret}`),
  frameHash: sha256Hex(`luoshi.draw/1 frame\n${canonicalJson(inOrder(frame))}`),
})

/**
 * Points by lot within each stratum, and inspectors by lot for each point (双随机), from the chance alone. Every point of a stratum is
 * as likely as every other. An inspector never goes where the frame forbids it; work is shared evenly among those who may go.
 * Inspectors who withdrew are replaced one after another, each by the next in lot.
 */
export const drawLots = (chance: Chance, unordered: DrawFrame, withdrawals: readonly Withdrawal[] = []): Draw => {
  const frame = inOrder(unordered)
  const seed = seedOf(chance)
  const points = frame.strata.flatMap(stratum => {
    const candidates = frame.points.filter(point => point.stratum === stratum)
    const shuffled = drawStream(seed, `${frame.roundId}\npoints\n${stratum}`).shuffle(candidates)
    return shuffled.slice(0, Math.max(0, frame.quotas[stratum] ?? 0))
  })
  const teams = assignInspectors(seed, frame, points)
  for (const [index, withdrawal] of withdrawals.entries())
    replaceInspector(drawStream(seed, `${frame.roundId}\nreplacement ${index}`), frame, teams, withdrawals, withdrawal)
  const drawn = points.map(({ id }) => ({ pointId: id, inspectorIds: [...(teams.get(id) ?? [])].sort() }))
  const short = drawn.filter(({ inspectorIds }) => inspectorIds.length < frame.inspectorsPerPoint)
  return { drawn, short: short.map(({ pointId }) => pointId) }
}

/** Whether the frame lets the inspector go to the point. */
export const mayGo = (frame: DrawFrame): ((inspector: DrawInspector, point: DrawPoint) => boolean) => {
  const barred = new Set(frame.barred.map(pairKey))
  return (inspector, point) =>
    !barred.has(pairKey({ inspectorId: inspector.id, pointId: point.id })) &&
    (frame.home === 'own'
      ? isWithin(point.unitPath, inspector.unitPath)
      : !isAtHome(inspector.unitPath, point.unitPath))
}

export type DrawFault = 'other-secret' | 'other-frame' | 'other-result'

/**
 * What anyone can check once the secret is out. Null when all is as it should be.
 *
 * It proves that the secret and the frame are those bound before, and that the result follows from them, the witness's words and
 * the withdrawals. It does not prove that the secret was taken blindly: a drawer who is alone can try secrets before binding one.
 * That is what the witness is for: words which nobody could know when the secret was bound make such trying vain – as far as the
 * witness is not of the drawer's party, and finds the own words in the proof as they were spoken. Other lots over the same points
 * that were drawn and dropped are named, not condemned: whether the reasons given are good ones is for the reader.
 */
export const verifyDraw = (
  commitment: Commitment,
  chance: Chance,
  frame: DrawFrame,
  published: Draw,
  withdrawals: readonly Withdrawal[] = [],
): DrawFault | null => {
  const expected = commitToDraw(chance.secret, frame)
  if (expected.secretHash !== commitment.secretHash) return 'other-secret'
  if (expected.frameHash !== commitment.frameHash) return 'other-frame'
  return canonicalJson(drawLots(chance, frame, withdrawals)) === canonicalJson(published) ? null : 'other-result'
}

const seedOf = ({ secret, words }: Chance): string => sha256Hex(`luoshi.draw/1 seed\n${canonicalJson([secret, words])}`)

type OrderedFrame = DrawFrame & { readonly strata: readonly string[] }

/** The order in which things were listed must not matter. */
const inOrder = (frame: DrawFrame): OrderedFrame => ({
  ...frame,
  points: frame.points.toSorted(byId),
  inspectors: frame.inspectors.toSorted(byId),
  barred: frame.barred.toSorted((one, other) => compare(pairKey(one), pairKey(other))),
  strata: [...new Set(frame.points.map(({ stratum }) => stratum))].sort(),
})

/** Who goes to each point. */
type Teams = Map<string, string[]>

const assignInspectors = (seed: string, frame: OrderedFrame, points: readonly DrawPoint[]): Teams => {
  const stream = drawStream(seed, `${frame.roundId}\ninspectors`)
  const isFree = mayGo(frame)
  const load = new Map<string, number>()
  const teams: Teams = new Map()
  for (const point of stream.shuffle(points)) {
    const free = frame.inspectors.filter(inspector => isFree(inspector, point)).map(({ id }) => id)
    const team = leastBusy(stream, free, load).slice(0, frame.inspectorsPerPoint)
    for (const id of team) load.set(id, (load.get(id) ?? 0) + 1)
    teams.set(point.id, team)
  }
  return teams
}

const replaceInspector = (
  stream: DrawStream,
  frame: OrderedFrame,
  teams: Teams,
  all: readonly Withdrawal[],
  withdrawal: Withdrawal,
): void => {
  const gone = new Set(all.slice(0, all.indexOf(withdrawal) + 1).map(({ inspectorId }) => inspectorId))
  const isFree = mayGo(frame)
  const load = new Map<string, number>()
  for (const id of [...teams.values()].flat()) load.set(id, (load.get(id) ?? 0) + 1)
  for (const point of frame.points) {
    const team = teams.get(point.id)
    if (!team?.includes(withdrawal.inspectorId) || withdrawal.keeps.includes(point.id)) continue
    const stays = team.filter(id => id !== withdrawal.inspectorId)
    const free = frame.inspectors
      .filter(inspector => !gone.has(inspector.id) && !stays.includes(inspector.id) && isFree(inspector, point))
      .map(({ id }) => id)
    const [next] = leastBusy(stream, free, load)
    if (next !== undefined) load.set(next, (load.get(next) ?? 0) + 1)
    teams.set(point.id, next === undefined ? stays : [...stays, next])
  }
}

/** Those with least to do first; among equals the lot decides. */
const leastBusy = (stream: DrawStream, ids: readonly string[], load: ReadonlyMap<string, number>): string[] =>
  stream.shuffle(ids).sort((one, other) => (load.get(one) ?? 0) - (load.get(other) ?? 0))

/** A point that answers to the inspector's unit, or the other way round; the common root of all is nobody's home. */
const isAtHome = (inspector: UnitPath, point: UnitPath): boolean =>
  inspector.includes('.') && (isWithin(point, inspector) || isWithin(inspector, point))

const pairKey = (pair: { readonly inspectorId: string; readonly pointId: string }): string =>
  `${pair.inspectorId}\n${pair.pointId}`

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const byId = (one: { readonly id: string }, other: { readonly id: string }): number => compare(one.id, other.id)
