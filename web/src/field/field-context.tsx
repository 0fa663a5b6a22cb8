import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { FieldDatabase } from '../offline/field-database.ts'
import type { FormDrafts } from '../offline/form-drafts.ts'
import type { OutboxDatabase } from '../offline/outbox-database.ts'
import type { PhoneTime } from '../offline/phone-time.ts'
import type { FieldActs } from './acts.ts'

/** What every page of a signed-in phone works with. */
export type Field = {
  readonly person: { readonly id: string; readonly name: string }
  readonly carried: FieldDatabase
  readonly outbox: OutboxDatabase
  readonly acts: FieldActs
  readonly drafts: FormDrafts
  readonly time: PhoneTime
}

const Context = createContext<Field | null>(null)

export const FieldProvider = ({ field, children }: { readonly field: Field; readonly children: ReactNode }) => (
  <Context.Provider value={field}>{children}</Context.Provider>
)

export const useField = (): Field => {
  const field = useContext(Context)
  if (field === null) throw new Error('A page of the field stands outside of it')
  return field
}

/** The time as it is, whatever the phone's own clock says; drawn anew when the phone learns how wrong it is. */
export const useNow = (): Date => {
  const { time } = useField()
  useSyncExternalStore(time.subscribe, time.aheadMinutes)
  return time.now()
}
