import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMe } from '../ui/session.ts'
import { Waiting } from '../ui/waiting.tsx'
import { draftOfProposal, draftOfRound, emptyDraft } from './draft.ts'
import { roundFormWords } from './form-words.ts'
import { RoundForm } from './round-form.tsx'

const newRoute = getRouteApi('/shell/rounds/new')
const editRoute = getRouteApi('/shell/rounds/$roundId/edit')

/** A round to be prepared: from nothing, or from the duty that asks for it. */
export const NewRoundPage = () => {
  const t = useWords(roundFormWords)
  const { duty } = newRoute.useSearch()
  const me = useMe()
  const { today } = me.tenant
  const proposed = useQuery(
    orpc.rounds.proposals.queryOptions({ input: { dutyId: duty ?? '' }, enabled: duty !== undefined }),
  )
  const office = me.memberships.find(({ role }) => role === 'office')
  if (proposed.error) return <Refused problem={proposed.error} onRetry={proposed.refetch} />
  if (duty !== undefined && !proposed.data) return <Coming />
  const [proposal] = proposed.data ?? []
  const draft = proposal ? draftOfProposal(proposal, today) : emptyDraft(office?.unit.id ?? '', today)
  return (
    <Page title={t('title')} sub={t('sub')}>
      <RoundForm start={draft} roundId={null} version={null} />
    </Page>
  )
}

/** A round that is not bound yet. */
export const EditRoundPage = () => {
  const t = useWords(roundFormWords)
  const { roundId } = editRoute.useParams()
  const { data, error, refetch } = useQuery(orpc.rounds.get.queryOptions({ input: { id: roundId } }))
  if (error) return <Refused problem={error} onRetry={refetch} />
  if (!data) return <Coming />
  return (
    <Page title={t('edit')} sub={t('sub')}>
      <RoundForm key={data.version} start={draftOfRound(data)} roundId={data.id} version={data.version} />
    </Page>
  )
}

const Coming = () => {
  const t = useWords(roundFormWords)
  return (
    <Page title={t('title')}>
      <Waiting rows={8} />
    </Page>
  )
}

const Refused = ({ problem, onRetry }: { readonly problem: Error; readonly onRetry: () => void }) => {
  const t = useWords(roundFormWords)
  return (
    <Page title={t('title')}>
      <ProblemNotice problem={problem} onRetry={onRetry} />
    </Page>
  )
}
