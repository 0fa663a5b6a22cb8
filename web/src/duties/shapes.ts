import type { dutiesContract } from '@luoshi/contract/duties'
import type { InferContractRouterOutputs } from '@orpc/contract'

type Outputs = InferContractRouterOutputs<typeof dutiesContract>

export type Duty = Outputs['list'][number]
export type CalendarDay = Outputs['calendar'][number]
