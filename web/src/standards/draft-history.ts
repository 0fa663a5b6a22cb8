import type { Content } from './sheet.ts'

/** The draft on the screen, with what it was before and what was undone. */
export type History = {
  readonly now: Content
  readonly before: readonly Content[]
  readonly after: readonly Content[]
  /** What was typed last: letters typed one after another in one cell are undone together. */
  readonly at: string | null
}

const MOST = 200

export const historyOf = (content: Content): History => ({ now: content, before: [], after: [], at: null })

/** `at` names the cell that is typed in; null for a step of its own. */
export const written = (history: History, next: Content, at: string | null = null): History => {
  if (next === history.now) return history
  if (at !== null && at === history.at) return { ...history, now: next, after: [] }
  return { now: next, before: [...history.before, history.now].slice(-MOST), after: [], at }
}

export const undone = (history: History): History => {
  const last = history.before.at(-1)
  return last === undefined
    ? history
    : { now: last, before: history.before.slice(0, -1), after: [history.now, ...history.after], at: null }
}

export const redone = (history: History): History => {
  const [next, ...rest] = history.after
  return next === undefined ? history : { now: next, before: [...history.before, history.now], after: rest, at: null }
}
