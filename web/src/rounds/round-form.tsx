import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { type Draft, missingIn, quotasOf } from './draft.ts'
import { roundFormWords } from './form-words.ts'
import { PeoplePart } from './people-part.tsx'
import { PlacePart } from './place-part.tsx'
import styles from './rounds.module.css'
import { SamplePart } from './sample-part.tsx'
import { TiesPart } from './ties-part.tsx'
import { usePlan } from './use-plan.ts'

type Props = { readonly start: Draft; readonly roundId: string | null; readonly version: number | null }

/** Left, what is inspected and by whom; right, what such a sample can tell, said anew at each move. */
export const RoundForm = ({ start, roundId, version }: Props) => {
  const t = useWords(roundFormWords)
  const [draft, setDraft] = useState(start)
  const change = (next: Partial<Draft>) => setDraft(now => ({ ...now, ...next }))
  const units = useQuery(orpc.units.list.queryOptions({ input: {} }))
  const plan = usePlan(draft)
  const sizes = Object.fromEntries((plan.data?.strata ?? []).map(({ stratum, population }) => [stratum, population]))
  const quotas = quotasOf(draft, sizes)
  const candidates = plan.data?.candidates ?? []
  const save = useSave(roundId, version)
  const missing = missingIn(draft, quotas)
  const written = { ...draft, title: draft.title.trim(), quotas: { ...quotas } }
  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        <PlacePart draft={draft} units={units.data ?? []} isNew={roundId === null} onChange={change} />
        <Part title={t('who')}>
          <PeoplePart draft={draft} candidates={candidates} onChange={change} />
        </Part>
        <Part title={t('ties')}>
          <TiesPart draft={draft} candidates={candidates} units={units.data ?? []} onChange={change} />
        </Part>
      </div>
      <aside className={styles.tellSide}>
        <div className={styles.tellScroll}>
          <Part title={t('sample')}>
            {plan.error ? <ProblemNotice problem={plan.error} onRetry={plan.refetch} /> : null}
            {plan.data && plan.data.overall.population > 0 && draft.pointTypes.length > 0 ? (
              <SamplePart draft={draft} sizes={sizes} quotas={quotas} onChange={change} />
            ) : (
              <p className={styles.soft}>{t('waiting')}</p>
            )}
            {plan.data && plan.data.withoutStandard.length > 0 ? (
              <p className={styles.notice}>{t('noStandard', { types: plan.data.withoutStandard.join('、') })}</p>
            ) : null}
          </Part>
        </div>
        <div className={styles.acts}>
          <Button
            type="primary"
            size="large"
            disabled={missing !== null}
            loading={save.isPending}
            onClick={() => save.mutate(written)}
          >
            {t(roundId === null ? 'save' : 'saveChange')}
          </Button>
          {missing === null ? null : <span className={styles.soft}>{t(`missing_${missing}`)}</span>}
        </div>
      </aside>
    </div>
  )
}

type Written = Parameters<typeof api.rounds.create>[0]

const useSave = (roundId: string | null, version: number | null) => {
  const t = useWords(roundFormWords)
  const notify = useNotify()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (written: Written) =>
      roundId === null || version === null
        ? api.rounds.create(written)
        : api.rounds.change({ ...written, id: roundId, version }),
    onSuccess: round => {
      client.setQueryData(orpc.rounds.get.queryKey({ input: { id: round.id } }), round)
      void client.invalidateQueries({ queryKey: orpc.rounds.list.key() })
      void client.invalidateQueries({ queryKey: orpc.today.key() })
      notify.done(t('saved'))
      void navigate({ to: '/rounds/$roundId', params: { roundId: round.id } })
    },
    onError: notify.refused,
  })
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={styles.part}>
    <h2>{title}</h2>
    {children}
  </section>
)
