/** Everything that may be asked of the record. A reading action ends in `.read`; every other one writes. */
export const actions = [
  'tenant.read',
  'settings.manage',
  'unit.read',
  'unit.manage',
  'person.read',
  'person.manage',
  'import.run',
  'api-key.manage',
  'notice-channel.manage',
  'audit.read',

  'plan.read',
  'plan.import',
  'plan.review',
  'plan.publish',
  'plan.revise',
  'programme.read',
  'programme.manage',
  'task.read',
  'task.manage',
  'duty.read',
  'duty.manage',
  'budget.read',
  'budget.manage',
  'indicator.read',
  'indicator.manage',
  'indicator.measure',

  'assignment.read',
  'assignment.accept',
  'assignment.progress',
  'assignment.submit',
  'assignment.confirm',
  'assignment.return',
  'assignment.withdraw',
  'assignment.extend-request',
  'assignment.extend-decide',
  'occurrence.read',
  'occurrence.record',
  'occurrence.confirm',
  'occurrence.return',
  'occurrence.excuse',
  'evidence.read',
  'evidence.add',
  'evidence.withdraw',

  'standard.read',
  'standard.manage',
  'point.read',
  'point.manage',
  'round.read',
  'round.manage',
  'round.draw',
  'visit.read',
  'visit.record',
  'visit.import',
  'delivery.read',
  'delivery.settle',
  'case.read',
  'case.open',
  'case.assign',
  'case.accept',
  'case.refuse',
  'case.progress',
  'case.submit',
  'case.recheck',
  'case.close',
  'case.extend-request',
  'case.extend-decide',
  'case.escalate',
  'case.list',
  'case.merge',
  'ledger.read',
  'ledger.export',
  'burden.read',
] as const

export type Action = (typeof actions)[number]

type NounOf<A> = A extends `${infer N}.${string}` ? N : never

export type ActionNoun = NounOf<Action>

export const isAction = (text: string): text is Action => actions.some(action => action === text)

export const isReading = (action: Action): boolean => action.endsWith('.read')

export const actionsOn = (noun: ActionNoun): readonly Action[] =>
  actions.filter(action => action.startsWith(`${noun}.`))

/** The right to see what the action is about; null where nothing is read, such as settings. */
export const readingOf = (action: Action): Action | null => {
  const reading = `${action.slice(0, action.indexOf('.'))}.read`
  return isAction(reading) ? reading : null
}
