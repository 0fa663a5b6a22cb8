import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { textOfMarkdown } from '../1-read/read-markdown.ts'
import { compile } from '../compile.ts'
import type { Plan, Window } from '../plan.ts'

const folder = join(import.meta.dirname, 'samples')

const when = (w: Window | null): string => (w ? `${w.start ?? ''}..${w.end ?? ''}` : '')

/** What a reader would check, without the offsets. */
const summary = (plan: Plan) => ({
  title: plan.title,
  groups: plan.groups.map(({ span: _, ...group }) => group),
  phases: plan.phases.map(p => [p.name, when(p.window)]),
  tasks: plan.tasks.map(t => ({
    text: t.text,
    lead: t.lead,
    responsible: t.responsible,
    support: t.support,
    due: when(t.due),
    section: t.section,
  })),
  duties: plan.duties.map(d => [d.text, d.every.per, d.every.times, d.every.at, d.to]),
  indicators: plan.indicators.map(i => [i.subject, i.op, i.value, i.unit]),
  milestones: plan.milestones.map(m => [m.text, m.date]),
  checklists: plan.checklists.map(c => ({
    pointType: c.pointType,
    items: c.items.map(i => [i.text, i.grades, i.evidence]),
  })),
  procedure: plan.procedure.map(p => [p.step, p.actor, p.threshold]),
  budget: plan.budget.map(b => [b.item, b.yuan]),
  consequences: plan.consequences.map(c => [c.kind, c.text]),
  references: plan.references.map(r => [r.title, r.number]),
})

test.each(readdirSync(folder))('the sample %s is read as its reading.json says', async name => {
  const { text } = textOfMarkdown(readFileSync(join(folder, name, 'plan.md'), 'utf8'))
  const read = compile(text, { name }).plans.map(summary)
  await expect(`${JSON.stringify(read, null, 1)}\n`).toMatchFileSnapshot(join(folder, name, 'reading.json'))
})
