import { operations } from '../http/operations.ts'
import { listEntries } from './list-entries.ts'

export const auditRoutes = {
  list: operations.audit.list.handler(({ context, input }) => listEntries(context, input)),
}
