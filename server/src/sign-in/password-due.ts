import type { Signed } from '../context.ts'
import { Problem } from '../problem.ts'

/** What may be asked before: who one is, which says that the password is due. Signing out and changing it are no operations. */
const before: ReadonlySet<string> = new Set(['session.me'])

/** A password that somebody else made, and may know, opens nothing but the way to change it. */
export const refusePasswordDue = ({ passwordDue = false }: Signed, operation: string): void => {
  if (passwordDue && !before.has(operation)) throw new Problem('password-due')
}
