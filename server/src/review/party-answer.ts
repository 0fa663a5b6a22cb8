import { matchParty, type NamedUnit, type PartyContext } from '@luoshi/rules/party-match'
import { isWithin, type UnitPath } from '@luoshi/rules/unit-path'

export type PartyAnswer = {
  readonly match: 'one' | 'several' | 'every' | 'ask' | 'none' | 'ignored'
  readonly unitIds: readonly string[]
  readonly candidateIds: readonly string[]
}

/** What an office said about a name before. */
export type Said = {
  readonly name: string
  readonly unitIds: readonly string[]
  readonly everyKind: string | null
  readonly ignored: boolean
}

/** What was said about a name goes before what the name itself suggests. */
export const answerFor = (name: string, context: PartyContext, planPath: UnitPath, said: Said | null): PartyAnswer =>
  (said && asSaid(said, context.units, planPath)) ?? asWritten(name, context)

const asSaid = (
  { unitIds, everyKind, ignored }: Said,
  units: readonly NamedUnit[],
  planPath: UnitPath,
): PartyAnswer | null => {
  if (ignored) return { match: 'ignored', unitIds: [], candidateIds: [] }
  if (everyKind !== null) {
    const ofKind = units.filter(
      ({ kind, path }) => kind === everyKind && (kind === 'department' || isWithin(path, planPath)),
    )
    return ofKind.length > 0 ? { match: 'every', unitIds: idsOf(ofKind), candidateIds: [] } : null
  }
  // A unit that was closed or lies out of this plan's reach makes what was said a question again.
  const known = units.filter(({ id }) => unitIds.includes(id))
  if (unitIds.length === 0 || known.length < unitIds.length) return null
  return { match: known.length === 1 ? 'one' : 'several', unitIds: idsOf(known), candidateIds: [] }
}

const asWritten = (name: string, context: PartyContext): PartyAnswer => {
  const { kind, units, candidates } = matchParty(name, context)
  return { match: kind, unitIds: idsOf(units), candidateIds: idsOf(candidates) }
}

const idsOf = (units: readonly NamedUnit[]): readonly string[] => units.map(({ id }) => id)
