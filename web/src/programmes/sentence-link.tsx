import type { Span } from '@luoshi/plan-compiler/plan'
import { Link } from '@tanstack/react-router'
import { useWords } from '../ui/i18n.ts'
import { programmeWords } from './words.ts'

/** Leads back to the words of the plan that a thing was read from. */
export const SentenceLink = ({ programmeId, span }: { readonly programmeId: string; readonly span: Span }) => {
  const t = useWords(programmeWords)
  return (
    <Link
      to="/programmes/$programmeId/$tab"
      params={{ programmeId, tab: 'documents' }}
      search={{ from: `${span.start}`, to: `${span.end}` }}
    >
      {t('sentence')}
    </Link>
  )
}
