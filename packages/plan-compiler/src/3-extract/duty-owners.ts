import type { Duty, Task } from '../plan.ts'

/** Duties that name nobody are owed by whoever has the task they stand in. Tasks come in the order of the text. */
export const owedByTask = (duties: readonly Duty[], tasks: readonly Task[]): readonly Duty[] => {
  const owned = tasks.filter(t => t.lead.length + t.responsible.length > 0)
  let next = 0
  let around: readonly Task[] = []
  return duties.map(duty => {
    while (next < owned.length && (owned[next] as Task).span.start <= duty.span.start) {
      const task = owned[next++] as Task
      around = [...around.filter(t => t.span.end > task.span.start), task].slice(-deepest)
    }
    if (duty.to.length > 0) return duty
    const task = around.findLast(t => t.span.end >= duty.span.end)
    return task ? { ...duty, to: [...task.lead, ...task.responsible] } : duty
  })
}

const deepest = 8
