import type { Context, House, Signed } from '../context.ts'
import { inTenant } from '../db/in-tenant.ts'
import type { Cell } from './table.ts'

export type Page<Position> = { readonly rows: readonly (readonly Cell[])[]; readonly next: Position | null }

/** How many rows are read at a time; each page in a transaction of its own, so that a slow reader holds no connection. */
export const PAGE = 1000

/** The pages of a list, one after another. Rights are those of the request that asked. */
export async function* pagesOf<Position>(
  house: House,
  actor: Signed,
  requestId: string,
  read: (context: Context, after: Position | null) => Promise<Page<Position>>,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  let after: Position | null = null
  do {
    const from: Position | null = after
    const page: Page<Position> = await inTenant(house.db, actor.tenantId, db =>
      read({ ...house, db, actor, requestId, afterwards: () => {} }, from),
    )
    yield page.rows
    after = page.next
  } while (after !== null)
}
