import type { AssignmentDetail } from '@luoshi/contract/assignments'
import { ExtensionList } from '../extensions/extension-list.tsx'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { offers } from '../ui/session.ts'
import { useAssignmentAct } from './use-assignment-act.ts'
import { assignmentWords } from './words.ts'

/** More time that was asked for on an assignment. */
export const Extensions = ({ assignment }: { readonly assignment: AssignmentDetail }) => {
  const t = useWords(assignmentWords)
  const { busy, act } = useAssignmentAct(assignment.id)
  return (
    <ExtensionList
      extensions={assignment.extensions}
      mayDecide={offers(assignment, 'assignment.extend-decide')}
      busy={busy}
      onDecide={decision =>
        void act(t('decided'), () => api.assignments.decideExtension({ id: assignment.id, ...decision }))
      }
    />
  )
}
