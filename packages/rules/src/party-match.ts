import type { UnitKind } from './unit-kind.ts'
import { plainName, shortEnding, unitNoun, withoutPlace, withoutRemark } from './unit-name.ts'
import type { UnitPath } from './unit-path.ts'

export type NamedUnit = {
  readonly id: string
  readonly name: string
  readonly shortName: string | null
  readonly aliases: readonly string[]
  readonly kind: UnitKind
  readonly path: UnitPath
}

/** What somebody decided about a name before. No units: that it names none. */
export type RememberedMatch = { readonly name: string; readonly unitIds: readonly string[] }

export type PartyContext = {
  /** The units within the plan's scope. */
  readonly units: readonly NamedUnit[]
  readonly remembered: readonly RememberedMatch[]
  /** The place the plan is for, as it begins names: 云溪县, 云溪. */
  readonly places: readonly string[]
}

/** `units` is settled; for `ask` and `none` it is empty and `candidates` is what to offer, best first. */
export type PartyMatch = {
  readonly kind: 'one' | 'several' | 'every' | 'ask' | 'none'
  readonly units: readonly NamedUnit[]
  readonly candidates: readonly NamedUnit[]
  /** 0 to 1. */
  readonly confidence: number
}

/** Which units a party's name in a plan stands for. It would rather ask than give a task to the wrong unit. */
export const matchParty = (written: string, context: PartyContext): PartyMatch =>
  matchName(plainName(written), readied(context))

/** A context asked about many names, as a plan has them, makes its units ready once. Contexts are never changed, so nothing goes stale. */
const readied = (context: PartyContext): Ready => {
  const kept = readyContexts.get(context)
  if (kept) return kept
  const ready = { ...context, known: context.units.map(unit => knownUnit(unit, context.places)) }
  readyContexts.set(context, ready)
  return ready
}

const readyContexts = new WeakMap<PartyContext, Ready>()

/** A unit with all its names, and what is left of each without place and ending. */
type KnownUnit = { readonly unit: NamedUnit; readonly names: readonly string[]; readonly cores: readonly string[] }

type Ready = PartyContext & { readonly known: readonly KnownUnit[] }

const knownUnit = (unit: NamedUnit, places: readonly string[]): KnownUnit => {
  const names = [unit.name, unit.shortName ?? '', ...unit.aliases].filter(text => text !== '').map(plainName)
  return { unit, names, cores: [...new Set(names.flatMap(name => coresOf(name, places)))] }
}

const matchName = (name: string, ready: Ready): PartyMatch =>
  fromMemory(name, ready) ??
  fromExactName(name, ready) ??
  fromList(name, hardSeparator, ready) ??
  fromCommonNoun(name, ready) ??
  fromList(name, softSeparator, ready) ??
  fromLikeness(name, ready)

const settled = (kind: 'one' | 'several' | 'every', units: readonly NamedUnit[], confidence: number): PartyMatch => ({
  kind,
  units,
  candidates: [],
  confidence,
})

const asked = (candidates: readonly NamedUnit[], confidence = 0): PartyMatch => ({
  kind: 'ask',
  units: [],
  candidates,
  confidence,
})

const nobody: PartyMatch = { kind: 'none', units: [], candidates: [], confidence: 0 }

const fromMemory = (name: string, { remembered, units }: Ready): PartyMatch | null => {
  const memory = remembered.find(match => plainName(match.name) === name)
  if (!memory) return null
  const found = units.filter(({ id }) => memory.unitIds.includes(id))
  if (memory.unitIds.length === 0) return { ...nobody, confidence: 1 }
  if (found.length < memory.unitIds.length) return null
  return settled(found.length === 1 ? 'one' : 'several', found, 1)
}

const fromExactName = (written: string, { known, places }: Ready): PartyMatch | null => {
  const name = withoutRemark(written)
  const [core = name] = coresOf(name, places)
  const named = known.filter(({ names }) => names.includes(written) || names.includes(name))
  return (
    oneOrAsk(named, 1) ??
    oneOrAsk(
      known.filter(({ cores }) => cores.includes(core)),
      0.95,
    )
  )
}

const oneOrAsk = (found: readonly KnownUnit[], confidence: number): PartyMatch | null => {
  const [only] = found
  if (only === undefined) return null
  return found.length === 1 ? settled('one', [only.unit], confidence) : asked(unitsOf(found), 0.5)
}

const unitsOf = (known: readonly KnownUnit[]): readonly NamedUnit[] => known.map(({ unit }) => unit)

const coresOf = (name: string, places: readonly string[]): readonly string[] => withoutPlace(shortEnding(name), places)

const people = /(?:员工|干部|居民|群众|党员|人员|学生|志愿者|业主|家长|领导|同志|负责人)$/
const vague = /(?:^|各|由)(?:有关|相关|其他|其它|责任|成员|牵头|配合|驻)|^各单位$|^各方|^单位$|事业单位$|辖区单位/
const every = /^(?:全[县区市镇]|辖区内?|所有|全体|每个|全部)?(?:各级?|所有|全体|每个|全部)/

/** 各社区 is every community; 各有关部门 is a question; 社区 alone is the only one there is, or a question. */
const fromCommonNoun = (name: string, ready: Ready): PartyMatch | null => {
  if (people.test(name)) return nobody
  const noun = unitNoun(name.replace(every, ''))
  const known = noun ? ready.known.filter(({ unit }) => noun.kinds.includes(unit.kind)) : []
  const ofKind = unitsOf(known)
  if (vague.test(name)) return asked(ofKind)
  if (!noun) return every.test(name) ? asked([]) : null
  const narrowed = unitsOf(known.filter(({ names }) => names.some(own => own.includes(noun.narrowed))))
  if (every.test(name)) {
    if (narrowed.length > 0) return settled('every', narrowed, noun.narrowed === '' ? 0.95 : 0.85)
    return ofKind.length > 0 ? asked(ofKind) : nobody
  }
  return noun.narrowed === '' ? fromBareNoun(ofKind) : fromNarrowedNoun(name, narrowed, ready)
}

const fromBareNoun = (ofKind: readonly NamedUnit[]): PartyMatch => {
  const [only] = ofKind
  if (only === undefined) return nobody
  return ofKind.length === 1 ? settled('one', [only], 0.8) : asked(ofKind)
}

/** 物业企业 may be a name half remembered or those with 物业 in their names. */
const fromNarrowedNoun = (name: string, narrowed: readonly NamedUnit[], ready: Ready): PartyMatch | null => {
  if (narrowed.length === 0 || softSeparator.test(name)) return null
  const alike = fromLikeness(name, ready)
  return alike.kind === 'one' ? alike : asked(narrowed, 0.6)
}

/** Outside brackets. */
const hardSeparator = /[、,;](?![^(]*\))/
/** These also stand within names: 发展和改革局. */
const softSeparator = /[和及与]/

/** 住建局、民政局: each by itself. All of them settled, that is it; otherwise a question, or not a list after all. */
const fromList = (name: string, separator: RegExp, ready: Ready): PartyMatch | null => {
  const parts = name.split(separator).filter(part => part.length > 1)
  if (parts.length < 2) return null
  const matches = parts.map(part => matchName(part, ready))
  const units = [...new Set(matches.flatMap(match => match.units))]
  if (matches.every(match => match.units.length > 0)) {
    const confidence = Math.min(...matches.map(match => match.confidence))
    return settled(units.length === 1 ? 'one' : 'several', units, confidence)
  }
  if (separator === softSeparator) return null
  const offered = [...new Set([...units, ...matches.flatMap(match => match.candidates)])]
  return offered.length > 0 ? asked(offered) : null
}

const sureScore = 0.8
const worthOffering = 0.45
const clearLead = 0.1
const mostOffered = 8

const fromLikeness = (written: string, { known, places }: Ready): PartyMatch => {
  const cores = coresOf(withoutRemark(written), places)
  const scored = known
    .map(({ unit, cores: own }) => ({ unit, score: bestLikeness(cores, own) }))
    .filter(({ score }) => score >= worthOffering)
    .sort((one, other) => other.score - one.score || (one.unit.path < other.unit.path ? -1 : 1))
  const [best, second] = scored
  if (best === undefined) return nobody
  if (best.score >= sureScore && best.score - (second?.score ?? 0) >= clearLead)
    return settled('one', [best.unit], best.score)
  const offered = scored.slice(0, mostOffered).map(({ unit }) => unit)
  return asked(offered, best.score)
}

const bestLikeness = (cores: readonly string[], own: readonly string[]): number =>
  Math.max(...cores.flatMap(core => own.map(other => likeness(core, other))))

/** How likely one name, bare of place and ending, means the other. */
const likeness = (written: string, own: string): number => {
  if (isAbbreviation(written, own) || isAbbreviation(own, written)) return written.length < 3 ? 0.85 : 0.9
  const [short, long] = written.length < own.length ? [written, own] : [own, written]
  const contained = short.length >= 2 && (long.endsWith(short) || long.startsWith(short))
  return Math.max(contained ? 0.75 : 0, 0.8 * pairsShared(short, long))
}

/** Dice's measure over neighbouring characters, without making lists of them: it is asked of every unit of a county. */
const pairsShared = (short: string, long: string): number => {
  if (short.length < 2) return 0
  let shared = 0
  for (let index = 0; index < short.length - 1; index += 1)
    if (long.includes(short.slice(index, index + 2))) shared += 1
  return (2 * shared) / (short.length + long.length - 2)
}

/** An abbreviation picks characters in order and keeps the first and the last: 住建局 of 住房和城乡建设局. */
const isAbbreviation = (short: string, long: string): boolean => {
  if (short.length < 2 || short.length >= long.length || short[0] !== long[0]) return false
  if (lastOf(short) !== lastOf(long)) return false
  let place = 0
  for (const character of long.slice(0, -1)) if (character === short[place] && place < short.length - 1) place += 1
  return place === short.length - 1
}

/** What is a 委 in one county is a 局 in the next. */
const lastOf = (name: string): string => (name.endsWith('委') ? '局' : name.slice(-1))
