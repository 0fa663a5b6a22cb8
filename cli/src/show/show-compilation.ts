import type { Compilation } from '@luoshi/plan-compiler/plan'
import { showPlan } from './show-plan.ts'
import type { View } from './view.ts'
import { words } from './words.ts'

/** A whole compilation for a person to read. */
export const showCompilation = ({ plans }: Compilation, view: View): string => {
  const say = words[view.language]
  const shown = plans.map((plan, i) => showPlan(plan, view, plans.length > 1 ? say.planOf(i + 1, plans.length) : null))
  const all = plans.flatMap(plan => plan.diagnostics)
  const count = (severity: string): number => all.filter(diagnostic => diagnostic.severity === severity).length
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')]
  const summary = all.length === 0 ? say.clean : say.summary(errors, warnings, infos)
  return `${shown.join('\n')}\n${view.paint(summary, 'bold', ...(errors > 0 ? (['red'] as const) : []))}\n`
}
