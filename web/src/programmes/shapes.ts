import type { programmesContract } from '@luoshi/contract/programmes'
import type { InferContractRouterOutputs } from '@orpc/contract'

type Outputs = InferContractRouterOutputs<typeof programmesContract>

export type WallChart = Outputs['wallChart']
export type Group = Outputs['groups'][number]
export type Document = Outputs['documents'][number]
export type BudgetLine = Outputs['budget']['lines'][number]
