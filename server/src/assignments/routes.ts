import { operations } from '../http/operations.ts'
import { getAssignment } from './assignment-detail.ts'
import { askForTime, decideOnTime } from './extend-assignment.ts'
import {
  acceptAssignment,
  confirmAssignment,
  reportProgress,
  returnAssignment,
  submitAssignment,
} from './move-assignment.ts'
import { listAssignments } from './queries.ts'

const { assignments } = operations

export const assignmentsRoutes = {
  list: assignments.list.handler(({ context, input }) => listAssignments(context, input)),
  get: assignments.get.handler(({ context, input }) => getAssignment(context, input.id)),
  accept: assignments.accept.handler(({ context, input }) => acceptAssignment(context, input)),
  progress: assignments.progress.handler(({ context, input }) => reportProgress(context, input)),
  submit: assignments.submit.handler(({ context, input }) => submitAssignment(context, input)),
  confirm: assignments.confirm.handler(({ context, input }) => confirmAssignment(context, input)),
  return: assignments.return.handler(({ context, input }) => returnAssignment(context, input)),
  askExtension: assignments.askExtension.handler(({ context, input }) => askForTime(context, input)),
  decideExtension: assignments.decideExtension.handler(({ context, input }) => decideOnTime(context, input)),
}
