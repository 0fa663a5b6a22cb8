import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { useMe } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { DocumentDrop } from './document-drop.tsx'
import styles from './plans.module.css'
import { plansWords } from './words.ts'

const route = getRouteApi('/shell/plans/new')

type Document = { readonly file: File | null; readonly text: string | null; readonly name: string }

/** Hands in a document: a file or pasted words, for a unit, with a year where the document gives none. */
export const NewPlanPage = () => {
  const t = useWords(plansWords)
  const { revises } = route.useSearch()
  const navigate = route.useNavigate()
  const notify = useNotify()
  const client = useQueryClient()
  const [document, setDocument] = useState<Document>({ file: null, text: null, name: '' })
  const [unitId, setUnitId] = useState<string | null>(null)
  const [year, setYear] = useState<number | null>(null)
  const units = useIssuers(revises)
  const issuer = unitId ?? units[0]?.value ?? null
  const ready = document.file !== null || (document.text ?? '').trim().length > 10

  const start = useMutation({
    mutationFn: () =>
      api.plans.import({
        unitId: issuer ?? '',
        ...(document.file ? { file: document.file } : { text: document.text ?? '' }),
        ...(document.name.trim() && { name: document.name.trim() }),
        ...(year && { year }),
        ...(revises && { revisesProgrammeId: revises }),
      }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: orpc.plans.key() })
      void navigate({ to: '/plans/$planId', params: { planId: id } })
    },
    onError: notify.refused,
  })

  return (
    <Page
      width="narrow"
      title={revises ? t('revisionTitle') : t('newTitle')}
      sub={revises ? t('revisionSub') : t('newSub')}
    >
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (ready && issuer) start.mutate()
        }}
      >
        {document.text === null ? (
          <DocumentDrop
            file={document.file}
            onFile={file => setDocument({ file, text: null, name: '' })}
            onPaste={() => setDocument({ file: null, text: '', name: '' })}
          />
        ) : (
          <Pasted document={document} onChange={setDocument} />
        )}
        <div className={styles.fields}>
          {!revises && (
            <div className={styles.field}>
              <label htmlFor="issuer">{t('unit')}</label>
              <Select
                id="issuer"
                value={issuer}
                onChange={setUnitId}
                options={[...units]}
                showSearch={{ optionFilterProp: 'label' }}
              />
              <span className={styles.soft}>{t('unitWhy')}</span>
            </div>
          )}
          <div className={styles.field}>
            <label htmlFor="year">{t('year')}</label>
            <InputNumber id="year" min={1990} max={2100} value={year} onChange={setYear} placeholder={t('yearNone')} />
            <span className={styles.soft}>{t('yearWhy')}</span>
          </div>
        </div>
        <div>
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            disabled={!ready || !issuer}
            loading={start.isPending}
            title={ready ? undefined : t('needDocument')}
          >
            {t('start')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

const Pasted = ({ document, onChange }: { document: Document; onChange: (document: Document) => void }) => {
  const t = useWords(plansWords)
  return (
    <div className={styles.pasted}>
      <Input
        value={document.name}
        maxLength={200}
        placeholder={t('pasteName')}
        aria-label={t('pasteName')}
        onChange={event => onChange({ ...document, name: event.target.value })}
      />
      <Input.TextArea
        autoFocus
        value={document.text ?? ''}
        rows={14}
        placeholder={t('pasteHint')}
        aria-label={t('pasteHint')}
        onChange={event => onChange({ ...document, text: event.target.value })}
      />
      <div>
        <Button type="link" onClick={() => onChange({ file: null, text: null, name: '' })}>
          {t('useFile')}
        </Button>
      </div>
    </div>
  )
}

/** The units one may issue a plan for, those one sits in first. */
const useIssuers = (revises: string | undefined): readonly { readonly value: string; readonly label: string }[] => {
  const { memberships } = useMe()
  const units = useQuery({
    ...orpc.units.list.queryOptions({ input: { archived: false }, staleTime: 60_000 }),
    enabled: revises === undefined,
  })
  const own = memberships.filter(({ role }) => role === 'office').map(({ unit }) => unit)
  const below = (units.data ?? []).filter(({ kind }) => kind !== 'estate' && kind !== 'grid')
  const seen = new Set<string>()
  return [...own, ...below]
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .map(({ id, name }) => ({ value: id, label: name }))
}
