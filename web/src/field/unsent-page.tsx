import type { EntryWritten } from '@luoshi/contract/field'
import { type Outbox, putOutOfSight, tryAgain } from '@luoshi/sync/outbox'
import type { OutboxEntry, Trouble } from '@luoshi/sync/outbox-store'
import type { Phone } from '@luoshi/sync/phone'
import { sizeWords } from '../evidence/size-words.ts'
import type { Synchroniser } from '../offline/synchroniser.ts'
import { useLive } from '../offline/use-live.ts'
import { pastWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { uiWords } from '../ui/words.ts'
import { ClockLine } from './clock-line.tsx'
import styles from './field.module.css'
import { useField } from './field-context.tsx'
import { Page } from './page.tsx'
import { useOutbox, useWaiting } from './use-outbox.ts'
import { go } from './use-route.ts'
import { fieldWords } from './words.ts'

type UnsentPageProps = { readonly sync: Synchroniser; readonly phone: Phone<Blob> }

/** What is still on the phone, and what arrived but could not be entered as it is, with the reason. */
export const UnsentPage = ({ sync, phone }: UnsentPageProps) => {
  const t = useWords(fieldWords)
  const outbox = useOutbox()
  const waiting = useWaiting()
  const used = useLive('estimate', async () => (await navigator.storage?.estimate?.())?.usage ?? 0)
  if (outbox === undefined || waiting === undefined) return <Page title={t('unsent.title')}>{null}</Page>
  const isEmpty = waiting.length + outbox.photos + outbox.troubled.length + outbox.troubledPhotos.length === 0
  const again = async (): Promise<void> => {
    await tryAgain(phone)
    sync.run('fetch')
  }
  return (
    <Page title={t('unsent.title')} onBack={() => go({ page: 'home' })}>
      {isEmpty ? (
        <div className={styles.empty}>
          <h2>{t('unsent.none')}</h2>
          <p>{t('unsent.none.hint')}</p>
        </div>
      ) : null}
      <Troubled outbox={outbox} phone={phone} />
      {waiting.length === 0 ? null : (
        <>
          <h2 className={styles.section}>{t('unsent.waiting')}</h2>
          <ul className={styles.list}>
            {waiting.map(row => (
              <li key={row.id}>
                <Waiting row={row} />
              </li>
            ))}
          </ul>
        </>
      )}
      <ClockLine />
      <div className={styles.foot}>
        <p className={styles.lead}>
          {outbox.photos > 0
            ? `${t('unsent.photos', { count: outbox.photos, size: sizeWords(outbox.photoBytes) })} · `
            : ''}
          {t('unsent.space', { used: sizeWords(used ?? 0) })}
        </p>
        <button type="button" className={isEmpty ? styles.plain : styles.seal} onClick={again}>
          {isEmpty ? t('refresh') : t('unsent.now')}
        </button>
      </div>
    </Page>
  )
}

/** What the server has and could not enter, and what it would not even have: that is here only. */
const Troubled = ({ outbox, phone }: { readonly outbox: Outbox; readonly phone: Phone<Blob> }) => {
  const t = useWords(fieldWords)
  const kept = outbox.troubled.filter(({ phase }) => phase === 'kept')
  const refused = outbox.troubled.filter(({ phase }) => phase !== 'kept')
  return (
    <>
      {kept.length === 0 ? null : (
        <>
          <h2 className={styles.section}>{t('unsent.kept')}</h2>
          <p className={styles.lead}>{t('unsent.kept.hint')}</p>
          {kept.map(row => (
            <div key={row.id} className={styles.notice}>
              <b>
                <EntryName entry={row.entry} />
              </b>
              <Why trouble={row.trouble} />
              <button type="button" className={styles.plain} onClick={() => putOutOfSight(phone, row.id)}>
                {t('kept.seen')}
              </button>
            </div>
          ))}
        </>
      )}
      {refused.length + outbox.troubledPhotos.length === 0 ? null : (
        <>
          <h2 className={styles.section}>{t('unsent.refused')}</h2>
          <p className={styles.lead}>{t('unsent.refused.hint')}</p>
          {refused.map(row => (
            <div key={row.id} className={styles.notice}>
              <b>
                <EntryName entry={row.entry} />
              </b>
              <Why trouble={row.trouble} />
            </div>
          ))}
          {outbox.troubledPhotos.map(photo => (
            <div key={photo.id} className={styles.notice}>
              <b>{photo.name}</b>
              <Why trouble={photo.trouble} />
            </div>
          ))}
        </>
      )}
    </>
  )
}

/** In the server's words, where it has any. */
const Why = ({ trouble }: { readonly trouble: Trouble | null }) => {
  const t = useWords(fieldWords)
  const said = `${trouble?.title ?? ''} ${trouble?.detail ?? ''}`.trim()
  return said === '' ? t('unsent.too-large') : said
}

const Waiting = ({ row }: { readonly row: OutboxEntry }) => {
  const u = useWords(uiWords)
  return (
    <div className={styles.row}>
      <b>
        <EntryName entry={row.entry} />
      </b>
      <small>{pastWords(u, row.entry.writtenAt, new Date().toISOString())}</small>
    </div>
  )
}

/** What an entry is of, in the words of who wrote it. */
const EntryName = ({ entry }: { readonly entry: EntryWritten }) => {
  const t = useWords(fieldWords)
  const { carried } = useField()
  const name = useLive(`name ${entry.id}`, async () => {
    switch (entry.kind) {
      case 'visit':
        return (await carried.points.get(entry.visit.pointId))?.name ?? ''
      case 'finding':
        return entry.finding.text
      case 'occurrence':
        return (await carried.occurrences.get(entry.occurrence.id))?.text ?? ''
      case 'case-step':
        return (await carried.cases.get(entry.step.caseId))?.title ?? ''
    }
  })
  return t(`entry.${entry.kind}`, { name: name ?? '' })
}
