import type { Plan, Window } from '@luoshi/plan-compiler/plan'
import { describe, expect, it } from 'vitest'
import { catalogueNames, compileEntry } from './catalogue.ts'
import { type Figure, figures } from './catalogue-figures.ts'

it('every archetype has its figures', () => {
  expect(Object.keys(figures)).toEqual(catalogueNames().map(name => name.slice(0, 3)))
})

describe.each(catalogueNames())('%s holds the figures of its kind', name => {
  const { programme } = compileEntry(name)
  const [plan] = programme.plans
  if (!plan) throw new Error(`${name} is no plan.`)

  it.each(figures[name.slice(0, 3)] ?? [])('$kind $of', figure => {
    expect(holds(plan, programme.text, figure)).toBe(true)
  })
})

const holds = (plan: Plan, text: string, figure: Figure): boolean => {
  const { of } = figure
  const said = ({ span }: { readonly span: { readonly start: number; readonly end: number } }): boolean =>
    text.slice(span.start, span.end).includes(of)
  switch (figure.kind) {
    case 'target':
      return plan.indicators.some(
        one => (one.subject.includes(of) || said(one)) && one.op === figure.op && one.value === figure.value,
      )
    case 'rhythm':
      return plan.duties.some(one => (one.text.includes(of) || said(one)) && one.every.per === figure.per)
    case 'window':
      return plan.phases.some(one => one.name.includes(of) && isWindow(one.window, figure.start, figure.end))
    case 'due':
      return (
        plan.tasks.some(one => (one.text.includes(of) || said(one)) && one.due?.end === figure.end) ||
        plan.milestones.some(one => (one.text.includes(of) || said(one)) && one.date === figure.end)
      )
    case 'sum':
      return plan.budget.some(one => one.item.includes(of) && one.yuan === figure.yuan)
    case 'list':
      return plan.checklists.some(one => one.pointType.includes(of) && one.items.length === figure.items)
    case 'step':
      return plan.procedure.some(said)
    case 'deed':
      return plan.consequences.some(said)
    case 'words':
      return itemsOf(plan).some(said)
    case 'told':
      return text.includes(of)
  }
}

const isWindow = (window: Window | null, start: string | null, end: string | null): boolean =>
  window?.start === start && window?.end === end

const itemsOf = (plan: Plan) => [
  ...plan.groups,
  ...plan.phases,
  ...plan.tasks,
  ...plan.duties,
  ...plan.indicators,
  ...plan.milestones,
  ...plan.checklists,
  ...plan.procedure,
  ...plan.budget,
  ...plan.consequences,
]
