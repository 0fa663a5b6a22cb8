import { languageOf } from '../http/language.ts'
import { operations } from '../http/operations.ts'
import { carry } from './carry.ts'
import { deliver } from './deliver.ts'
import { listKept } from './kept.ts'
import { settleKept } from './settle-kept.ts'

const { field } = operations

const spoken = ({ headers }: { readonly headers: Headers }) => languageOf(headers.get('accept-language'))

export const fieldRoutes = {
  carry: field.carry.handler(({ context }) => carry(context)),
  deliver: field.deliver.handler(({ context, input }) => deliver(context, input, spoken(context))),
  kept: field.kept.handler(({ context, input }) => listKept(context, input, spoken(context))),
  settle: field.settle.handler(({ context, input }) => settleKept(context, input, spoken(context))),
}
