import type { CaseDetail } from '@luoshi/contract/cases'
import type { Context } from '../context.ts'
import { operations } from '../http/operations.ts'
import { assignCase } from './assign-case.ts'
import { batchCases } from './batch-cases.ts'
import { caseAfter, getCase } from './case-detail.ts'
import { listCategories, saveCategory } from './categories.ts'
import { commentCase } from './comment-case.ts'
import { askForTimeOnCase, decideTimeOnCase } from './extend-case.ts'
import { acknowledgeNotice, issueNotice } from './issue-notice.ts'
import { mergeCase } from './merge-case.ts'
import {
  acceptCase,
  closeCase,
  dismissCase,
  listCase,
  recheckCase,
  refuseCase,
  startCase,
  submitCase,
} from './move-case.ts'
import { listNotices, noticeDocument } from './notices.ts'
import { openByHand } from './open-by-hand.ts'
import { boardOfCases, casesAlike, listCases, mapOfCases } from './queries.ts'
import { raiseCase } from './raise-case.ts'
import { dropTemplate, listTemplates, saveTemplate } from './templates.ts'

const { cases } = operations

/** Takes a step and answers the case as it is then. */
const then =
  <Input extends { readonly id: string }>(step: (context: Context, input: Input) => Promise<unknown>) =>
  async ({ context, input }: { readonly context: Context; readonly input: Input }): Promise<CaseDetail> => {
    await step(context, input)
    return caseAfter(context, input.id)
  }

const done = { ok: true } as const

export const casesRoutes = {
  list: cases.list.handler(({ context, input }) => listCases(context, input)),
  board: cases.board.handler(({ context, input }) => boardOfCases(context, input)),
  map: cases.map.handler(({ context, input }) => mapOfCases(context, input)),
  get: cases.get.handler(({ context, input }) => getCase(context, input.id)),
  open: cases.open.handler(async ({ context, input }) => getCase(context, await openByHand(context, input))),
  assign: cases.assign.handler(then(assignCase)),
  accept: cases.accept.handler(then(acceptCase)),
  refuse: cases.refuse.handler(then(refuseCase)),
  start: cases.start.handler(then(startCase)),
  submit: cases.submit.handler(then(submitCase)),
  recheck: cases.recheck.handler(then(recheckCase)),
  close: cases.close.handler(then(closeCase)),
  dismiss: cases.dismiss.handler(then(dismissCase)),
  merge: cases.merge.handler(then(mergeCase)),
  listing: cases.listing.handler(then(listCase)),
  escalate: cases.escalate.handler(then(raiseCase)),
  comment: cases.comment.handler(then(commentCase)),
  askExtension: cases.askExtension.handler(then(askForTimeOnCase)),
  decideExtension: cases.decideExtension.handler(then(decideTimeOnCase)),
  batch: cases.batch.handler(({ context, input }) => batchCases(context, input)),
  alike: cases.alike.handler(({ context, input }) => casesAlike(context, input.id)),
  categories: cases.categories.handler(({ context, input }) => listCategories(context, input)),
  saveCategory: cases.saveCategory.handler(({ context, input }) => saveCategory(context, input)),
  templates: cases.templates.handler(({ context, input }) => listTemplates(context, input)),
  saveTemplate: cases.saveTemplate.handler(async ({ context, input }) => {
    await saveTemplate(context, input)
    return done
  }),
  dropTemplate: cases.dropTemplate.handler(async ({ context, input }) => {
    await dropTemplate(context, input.id)
    return done
  }),
  notices: cases.notices.handler(({ context, input }) => listNotices(context, input)),
  issueNotice: cases.issueNotice.handler(({ context, input }) => issueNotice(context, input)),
  acknowledgeNotice: cases.acknowledgeNotice.handler(({ context, input }) => acknowledgeNotice(context, input.id)),
  noticeDocument: cases.noticeDocument.handler(({ context, input }) => noticeDocument(context, input.id)),
}
