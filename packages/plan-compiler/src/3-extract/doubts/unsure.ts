import type { Doubt, Reading, Reason } from '../../plan.ts'
import { confidenceOf, doubtWords } from './doubt-words.ts'

/** The item with what is doubtful about it; a doubt it has already stays. */
export const unsure = <T extends Doubt>(item: T, reason: Reason | null): T =>
  reason === null || item.reason !== undefined ? item : { ...item, confidence: confidenceOf(reason), reason }

/** Every doubt with its words beside its code. */
export const doubtsInWords = (reading: Reading, language: 'zh' | 'en'): Reading => {
  const told = <T extends Doubt>(items: readonly T[]): readonly T[] =>
    items.some(item => item.reason !== undefined)
      ? items.map(item => (item.reason === undefined ? item : { ...item, doubt: doubtWords(item.reason, language) }))
      : items
  return {
    ...reading,
    groups: told(reading.groups),
    phases: told(reading.phases),
    tasks: told(reading.tasks),
    duties: told(reading.duties),
    indicators: told(reading.indicators),
    milestones: told(reading.milestones),
    checklists: told(reading.checklists),
    procedure: told(reading.procedure),
    budget: told(reading.budget),
    consequences: told(reading.consequences),
    references: told(reading.references),
  }
}
