import type { Plan, Section } from '@luoshi/plan-compiler/plan'
import { fitting, width } from '../terminal/width.ts'
import { showDiagnostic } from './show-diagnostic.ts'
import type { View } from './view.ts'
import { words } from './words.ts'

/** Two levels tell the shape of a plan; below them come its sentences. */
const deepest = 2

const outline = (sections: readonly Section[], view: View, depth = 1): readonly string[] =>
  sections.flatMap(({ marker, heading, children }) => {
    const line = `${'  '.repeat(depth)}${marker ?? ''}${heading}`
    const cut = width(line) > view.columns ? `${fitting(line, view.columns - 1)}…` : line
    return [cut, ...(depth < deepest ? outline(children, view, depth + 1) : [])]
  })

const counts = (plan: Plan, view: View): string => {
  const { counts: names, none } = words[view.language]
  const lists: Readonly<Record<string, unknown>> = plan
  const told = Object.entries(names).flatMap(([key, name]) => {
    const list = lists[key]
    return Array.isArray(list) && list.length > 0 ? [`${name} ${view.paint(String(list.length), 'bold')}`] : []
  })
  return `  ${told.length > 0 ? told.join(view.paint(' · ', 'dim')) : none}`
}

/** One plan: its title, its outline, how much was read, and what does not add up. */
export const showPlan = (plan: Plan, view: View, place: string | null): string => {
  const say = words[view.language]
  const title = view.paint(plan.title ?? say.untitled, 'bold')
  return [
    place === null ? title : `${title} ${view.paint(place, 'dim')}`,
    ...(plan.issuer ? [`  ${view.paint(say.issuer, 'dim')} ${plan.issuer}`] : []),
    ...outline(plan.outline, view),
    counts(plan, view),
    '',
    ...plan.diagnostics.map(diagnostic => showDiagnostic(diagnostic, view)),
  ].join('\n')
}
