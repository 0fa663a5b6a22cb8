import type { House } from '../context.ts'
import { sampleSignIns } from '../sample/sign-ins.ts'

export type SetUpState = {
  readonly waiting: boolean
  readonly singleSignOn: string | null
  readonly sample: { name: string; account: string; password: string; what: string }[]
}

/** Whether the house is still empty, and whom a sample county lets in. */
export const setUpState = async ({ db, singleSignOn }: Pick<House, 'db' | 'singleSignOn'>): Promise<SetUpState> => {
  const tenants = await db.selectFrom('tenants').select(['tenant_id', 'sample']).execute()
  return {
    waiting: tenants.length === 0,
    singleSignOn: singleSignOn?.name ?? null,
    sample: tenants.some(({ sample }) => sample) ? [...sampleSignIns] : [],
  }
}
