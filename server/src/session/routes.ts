import { operations } from '../http/operations.ts'
import { whoAmI } from './who-am-i.ts'

export const sessionRoutes = {
  me: operations.session.me.handler(({ context }) => whoAmI(context)),
}
