/** One thing that was changed, as it was and as it is now. */
export type Step =
  | { readonly on: 'item'; readonly id: string; readonly before: ItemFace; readonly after: ItemFace }
  | { readonly on: 'note'; readonly id: string; readonly before: NoteFace; readonly after: NoteFace }

export type ItemFace = {
  readonly state: 'proposed' | 'confirmed' | 'rejected'
  readonly content: Readonly<Record<string, unknown>>
}
export type NoteFace = {
  readonly state: 'open' | 'settled'
  readonly note: string | null
  readonly remedied: boolean
}

/** What a person did in one go; taken back in one go. */
export type Turn = { readonly what: string; readonly steps: readonly Step[] }

export type History = { readonly past: readonly Turn[]; readonly future: readonly Turn[] }

export const emptyHistory: History = { past: [], future: [] }

const kept = 200

/** Notes what was done. What had been taken back before can then no longer be done again. */
export const did = (history: History, turn: Turn): History =>
  turn.steps.length === 0 ? history : { past: [...history.past, turn].slice(-kept), future: [] }

/** The last turn turned round, and the history without it; null where there is nothing to take back. */
export const takeBack = (history: History): { readonly turn: Turn; readonly history: History } | null => {
  const last = history.past.at(-1)
  if (!last) return null
  return { turn: turnedRound(last), history: { past: history.past.slice(0, -1), future: [last, ...history.future] } }
}

export const doAgain = (history: History): { readonly turn: Turn; readonly history: History } | null => {
  const [next, ...rest] = history.future
  return next ? { turn: next, history: { past: [...history.past, next], future: rest } } : null
}

/** Leaves out what another person has changed since: their word stands, and is not to be taken back by us. */
export const forget = (history: History, ids: ReadonlySet<string>): History => {
  const without = (turns: readonly Turn[]) =>
    turns
      .map(turn => ({ ...turn, steps: turn.steps.filter(step => !ids.has(step.id)) }))
      .filter(turn => turn.steps.length > 0)
  return ids.size === 0 ? history : { past: without(history.past), future: without(history.future) }
}

const turnedRound = (turn: Turn): Turn => ({
  what: turn.what,
  steps: turn.steps
    .toReversed()
    .map(step =>
      step.on === 'item'
        ? { ...step, before: step.after, after: step.before }
        : { ...step, before: step.after, after: step.before },
    ),
})
