import type { CaseDetail } from '@luoshi/contract/cases'
import { ExtensionList } from '../extensions/extension-list.tsx'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { offers } from '../ui/session.ts'
import { casePageWords } from './case-page-words.ts'
import { useCaseAct } from './use-case-act.ts'

/** More time that was asked for on a case. */
export const CaseExtensions = ({ one }: { readonly one: CaseDetail }) => {
  const t = useWords(casePageWords)
  const { busy, act } = useCaseAct(one.id)
  return (
    <ExtensionList
      extensions={one.extensions}
      mayDecide={offers(one, 'case.extend-decide')}
      busy={busy}
      onDecide={decision => void act(t('done_decide'), () => api.cases.decideExtension({ id: one.id, ...decision }))}
    />
  )
}
