import type { Section } from '@luoshi/plan-compiler/plan'
import { earlier, later, type PlainDate } from '@luoshi/rules/plain-date'
import { type AnyItem, type Content, itemsOf } from './item-content.ts'
import { realDate } from './masked-dates.ts'
import { type PhaseGround, type PlannedPhase, phaseOf } from './phase-ground.ts'

export type Part = 'lead' | 'responsible' | 'support'

export type PlannedTask = {
  readonly itemId: string
  readonly ordinal: number
  readonly text: string
  readonly section: string
  readonly phaseItemId: string | null
  readonly startsOn: PlainDate | null
  readonly dueOn: PlainDate | null
  readonly parties: readonly { readonly part: Part; readonly name: string; readonly unitIds: readonly string[] }[]
  /** A unit appears once, in its heaviest part. */
  readonly units: ReadonlyMap<string, Part>
}
export type PlannedDuty = {
  readonly itemId: string
  readonly ordinal: number
  readonly text: string
  readonly every: Content<'duty'>['every']
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate | null
  readonly unitIds: readonly string[]
}

/** What publishing a plan puts to work. */
export type Publication = {
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate | null
  readonly phases: readonly PlannedPhase[]
  readonly tasks: readonly PlannedTask[]
  readonly duties: readonly PlannedDuty[]
}

export type PublicationSource = {
  readonly items: readonly AnyItem[]
  readonly outline: readonly Section[]
  readonly today: PlainDate
  /** The unit the plan is for. What nobody is named for stays with it. */
  readonly unitId: string
  readonly unitsOf: (partyName: string) => readonly string[]
}

/** Works out what confirmed items become. Nothing is asked here and nothing is written. */
export const publicationOf = (source: PublicationSource): Publication => {
  const phaseItems = itemsOf(source.items, 'phase')
  const phases = phaseItems.map(
    ({ id, ordinal, content }): PlannedPhase => ({
      itemId: id,
      ordinal,
      name: content.name,
      startsOn: realDate(content.window?.start ?? null),
      endsOn: realDate(content.window?.end ?? null),
    }),
  )
  const grounds = phases.map((phase, index): PhaseGround => ({ ...phase, span: phaseItems[index]?.span ?? null }))
  const tasks = itemsOf(source.items, 'task').map(item =>
    plannedTask(item, source, phaseOf(item.span, grounds, source.outline)),
  )
  const milestones = itemsOf(source.items, 'milestone').map(({ content }) => realDate(content.date))
  const window = windowOf(phases, tasks, milestones, source.today)
  const duties = itemsOf(source.items, 'duty').map((item): PlannedDuty => {
    const phase = phaseOf(item.span, grounds, source.outline)
    return {
      itemId: item.id,
      ordinal: item.ordinal,
      text: item.content.text,
      every: item.content.every,
      startsOn: later(source.today, phase?.startsOn ?? window.startsOn),
      endsOn: phase?.endsOn ?? window.endsOn,
      unitIds: named(item.content.to, source) ?? [source.unitId],
    }
  })
  return { ...window, phases, tasks, duties }
}

const parts = ['lead', 'responsible', 'support'] as const satisfies readonly Part[]

const plannedTask = (
  { id, ordinal, content }: { readonly id: string; readonly ordinal: number; readonly content: Content<'task'> },
  source: PublicationSource,
  phase: PlannedPhase | null,
): PlannedTask => {
  const parties = parts.flatMap(part =>
    [...new Set(content[part])].map(name => ({ part, name, unitIds: source.unitsOf(name) })),
  )
  const units = new Map<string, Part>()
  for (const { part, unitIds } of parties) for (const unit of unitIds) if (!units.has(unit)) units.set(unit, part)
  if (units.size === 0) units.set(source.unitId, 'responsible')
  const dueOn = realDate(content.due?.end ?? null) ?? phaseEnd(content, phase)
  return {
    itemId: id,
    ordinal,
    text: content.text,
    section: content.section,
    phaseItemId: phase?.itemId ?? null,
    startsOn: realDate(content.due?.start ?? null) ?? phase?.startsOn ?? null,
    dueOn,
    parties,
    units,
  }
}

/** Where the words give a start that lies after the phase, its end is no limit. */
const phaseEnd = (content: Content<'task'>, phase: PlannedPhase | null): PlainDate | null => {
  const start = realDate(content.due?.start ?? null)
  return phase?.endsOn && (start === null || start <= phase.endsOn) ? phase.endsOn : null
}

const named = (names: readonly string[], { unitsOf }: PublicationSource): readonly string[] | null => {
  const units = [...new Set(names.flatMap(unitsOf))]
  return units.length > 0 ? units : null
}

const windowOf = (
  phases: readonly PlannedPhase[],
  tasks: readonly PlannedTask[],
  milestones: readonly (PlainDate | null)[],
  today: PlainDate,
): { readonly startsOn: PlainDate; readonly endsOn: PlainDate | null } => {
  const starts = phases.flatMap(({ startsOn }) => startsOn ?? [])
  const ends = [...phases.map(({ endsOn }) => endsOn), ...tasks.map(({ dueOn }) => dueOn), ...milestones].filter(
    date => date !== null,
  )
  return {
    startsOn: starts.length > 0 ? starts.reduce(earlier) : today,
    endsOn: ends.length > 0 ? ends.reduce(later) : null,
  }
}
