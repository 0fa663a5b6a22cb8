import { operations } from '../http/operations.ts'
import { getToday } from './get-today.ts'

export const todayRoutes = { get: operations.today.get.handler(({ context }) => getToday(context)) }
