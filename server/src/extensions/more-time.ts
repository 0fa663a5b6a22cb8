import { askExtension, decideExtension, type Extension, type ExtensionRefusal } from '@luoshi/rules/extension'
import { localDate } from '@luoshi/rules/local-time'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'

/** More time as it is kept with an assignment or a case. */
type ExtensionRow = {
  readonly until: string
  readonly reason: string
  readonly state: string
  readonly asked_by: string
}

export type Asked = { readonly until: string; readonly reason: string }

/** What is kept where somebody asks for more time. `state` is that of the work, told where there is nothing to put off. */
export const askedFor = (
  { actor, ids, clock }: Pick<Context, 'actor' | 'ids' | 'clock'>,
  {
    dueOn,
    state,
    before,
  }: { readonly dueOn: string | null; readonly state: string; readonly before: readonly ExtensionRow[] },
  { until, reason }: Asked,
) => {
  const asked = askExtension(dueOn, before.map(extensionOf), {
    until,
    reason,
    by: actor.personId,
    today: localDate(clock.now()),
  })
  if (!asked.ok) throw refusalOf(asked.refusal, state)
  return { tenant_id: actor.tenantId, id: ids.next(), until, reason, asked_by: actor.personId, asked_at: clock.now() }
}

export type Decision = { readonly granted: boolean; readonly note?: string | undefined }

/** What is set where more time is granted or refused; who asked does not decide. */
export const decidedOn = (
  { actor, clock }: Pick<Context, 'actor' | 'clock'>,
  row: ExtensionRow,
  { granted, note }: Decision,
) => {
  const decided = decideExtension(extensionOf(row), { by: actor.personId, granted })
  if (!decided.ok) throw refusalOf(decided.refusal, row.state)
  return { state: decided.value.state, decided_by: actor.personId, decided_at: clock.now(), note: note || null }
}

const extensionOf = ({ until, reason, asked_by, state }: ExtensionRow): Extension => ({
  until,
  reason,
  askedBy: asked_by,
  state: state as Extension['state'], // checked by the table
})

const refusalOf = (refusal: ExtensionRefusal, state: string): Problem => {
  switch (refusal) {
    case 'not-later':
      return new Problem('extension-not-later')
    case 'already-asked':
      return new Problem('extension-already-asked')
    case 'decided-by-asker':
      return new Problem('own-submission')
    case 'reason-missing':
      return new Problem('reason-required')
    case 'nothing-to-extend':
    case 'already-decided':
      return new Problem('state-forbids', { state })
  }
}
