import { operations } from '../http/operations.ts'
import { coveredOf, coverPicture } from './cover-picture.ts'
import { fileEvidence, serveAlso } from './file-evidence.ts'
import { listEvidence } from './queries.ts'
import { startUpload } from './start-upload.ts'
import { withdrawEvidence } from './withdraw-evidence.ts'

const { evidence } = operations

export const evidenceRoutes = {
  list: evidence.list.handler(({ context, input }) => listEvidence(context, input)),
  start: evidence.start.handler(({ context, input }) => startUpload(context, input)),
  finish: evidence.finish.handler(({ context, input }) => fileEvidence(context, input)),
  cover: evidence.cover.handler(({ context, input }) => coverPicture(context, input.id, input.areas)),
  covered: evidence.covered.handler(({ context, input }) => coveredOf(context, input.id)),
  withdraw: evidence.withdraw.handler(({ context, input }) => withdrawEvidence(context, input)),
  serve: evidence.serve.handler(({ context, input }) => serveAlso(context, input.id, input.subject)),
}
