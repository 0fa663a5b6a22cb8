import type { Role } from './role.ts'
import type { UnitKind } from './unit-kind.ts'
import type { UnitPath } from './unit-path.ts'

export type Membership = {
  readonly unitId: string
  readonly unitPath: UnitPath
  readonly unitKind: UnitKind
  readonly role: Role
}

/** Who asks: a person with memberships, or a key that acts for one within its scopes. */
export type Actor = {
  readonly personId: string
  readonly tenantId: string
  readonly memberships: readonly Membership[]
  /** Present when a key asks: what it may be used for (see `api-scope.ts`). Null or absent for a person signed in. */
  readonly apiScopes?: readonly string[] | null
}
