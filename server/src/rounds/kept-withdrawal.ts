import type { Withdrawal } from '@luoshi/rules/draw'

/** A withdrawal as the round keeps it. */
export type KeptWithdrawal = Withdrawal & { readonly reason: string; readonly at: string }

export const withdrawalsOf = ({ withdrawals }: { readonly withdrawals: unknown }): readonly KeptWithdrawal[] =>
  withdrawals as KeptWithdrawal[] // written by us
