import { languageOf } from '../http/language.ts'
import { operations } from '../http/operations.ts'
import { archiveStandard } from './archive-standard.ts'
import { listChecklists, standardFromChecklist } from './checklists.ts'
import { createStandard } from './create-standard.ts'
import { discardDraft } from './discard-draft.ts'
import { getStandard } from './get-standard.ts'
import { publishStandard } from './publish-standard.ts'
import { listStandards } from './queries.ts'
import { readStandardFile } from './read-standard-file.ts'
import { listReadyStandards } from './ready-standards.ts'
import { saveDraft } from './save-draft.ts'
import { showStandard } from './show-standard.ts'

const { standards } = operations

export const standardsRoutes = {
  list: standards.list.handler(({ context, input }) => listStandards(context, input)),
  get: standards.get.handler(({ context, input }) => getStandard(context, input)),
  create: standards.create.handler(({ context, input }) => createStandard(context, input)),
  fromChecklist: standards.fromChecklist.handler(({ context, input }) => standardFromChecklist(context, input)),
  checklists: standards.checklists.handler(({ context, input }) => listChecklists(context, input.programmeId)),
  ready: standards.ready.handler(listReadyStandards),
  read: standards.read.handler(({ context, input }) =>
    readStandardFile(context, input, languageOf(context.headers.get('accept-language'))),
  ),
  save: standards.save.handler(({ context, input }) => saveDraft(context, input)),
  publish: standards.publish.handler(({ context, input }) => publishStandard(context, input)),
  discardDraft: standards.discardDraft.handler(({ context, input }) => discardDraft(context, input)),
  show: standards.show.handler(({ context, input }) => showStandard(context, input)),
  archive: standards.archive.handler(({ context, input }) => archiveStandard(context, input)),
}
