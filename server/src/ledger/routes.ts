import { operations } from '../http/operations.ts'
import { askExport } from './ask-export.ts'
import { listExports } from './export-rows.ts'
import { viewLedger } from './view-ledger.ts'

const { ledger } = operations

export const ledgerRoutes = {
  view: ledger.view.handler(({ context, input }) => viewLedger(context, input)),
  exports: ledger.exports.handler(({ context, input }) => listExports(context, input)),
  export: ledger.export.handler(({ context, input }) => askExport(context, input)),
}
