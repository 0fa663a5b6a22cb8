import { CheckCircleFilled } from '@ant-design/icons'
import type { RoundDetail } from '@luoshi/contract/rounds'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { api } from '../ui/api.ts'
import { exactWords, pastWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { useCopy } from '../ui/use-copy.ts'
import { uiWords } from '../ui/words.ts'
import styles from './ceremony.module.css'
import { DrawForm } from './draw-form.tsx'
import { drawWords } from './draw-words.ts'
import { DroppedLots } from './dropped-lots.tsx'
import type { RoundAct } from './use-round-act.ts'

type Props = { readonly round: RoundDetail; readonly acting: RoundAct }

/** Bind, witness, draw: each step with what it fixes and what anyone can check of it. */
export const Ceremony = ({ round, acting }: Props) => {
  const t = useWords(drawWords)
  const { proof, id, version, secret } = round
  const may = (step: string): boolean => round.actions.includes(step)
  const commit = () => void acting.act(t('commitDone'), () => api.rounds.commit({ id, version }))
  return (
    <section className={styles.ceremony}>
      <h2>{t('title')}</h2>
      <ol>
        <Step number={1} title={t('step_commit')} done={proof !== null}>
          {proof === null ? (
            <>
              <p className={styles.soft}>{t('commitWhat')}</p>
              {may('round.commit') ? (
                <Button type="primary" loading={acting.busy} onClick={commit}>
                  {t('commit')}
                </Button>
              ) : null}
            </>
          ) : (
            <>
              <Bound proof={proof} secret={secret} isDrawn={proof.drawnAt !== null} />
              <DroppedLots lots={round.dropped} />
            </>
          )}
        </Step>
        <Step number={2} title={t('step_witness')} done={proof?.drawnAt !== null && proof !== null}>
          {proof?.drawnAt ? (
            <p>
              {proof.witness === null || proof.witnessWords === null
                ? t('noWitness')
                : t('spoken', { witness: proof.witness, words: proof.witnessWords })}
            </p>
          ) : may('round.draw') ? (
            <DrawForm round={round} acting={acting} />
          ) : (
            <p className={styles.soft}>{t(round.kind === 'unannounced' ? 'witnessHintSecret' : 'witnessHint')}</p>
          )}
        </Step>
        <Step number={3} title={t('step_draw')} done={proof !== null && proof.drawnAt !== null}>
          {proof?.drawnAt ? <Drawn round={round} /> : null}
        </Step>
      </ol>
    </section>
  )
}

type StepProps = {
  readonly number: number
  readonly title: string
  readonly done: boolean
  readonly children: ReactNode
}

const Step = ({ number, title, done, children }: StepProps) => (
  <li data-done={done || undefined}>
    <i aria-hidden>{done ? <CheckCircleFilled /> : number}</i>
    <div>
      <h3>{title}</h3>
      {children}
    </div>
  </li>
)

type BoundProps = {
  readonly proof: NonNullable<RoundDetail['proof']>
  readonly secret: boolean
  readonly isDrawn: boolean
}

const Bound = ({ proof, secret, isDrawn }: BoundProps) => {
  const t = useWords(drawWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  return (
    <>
      <p className={styles.soft} title={exactWords(proof.committedAt)}>
        {t('committedAt', { when: pastWords(said, proof.committedAt, now) })}
      </p>
      <dl className={styles.hashes}>
        <dt>{t('secretHash')}</dt>
        <dd>{proof.secretHash}</dd>
        <dt>{t('frameHash')}</dt>
        <dd>{proof.frameHash}</dd>
      </dl>
      {isDrawn ? null : <p className={styles.soft}>{t(secret ? 'secretHidden' : 'noteThem')}</p>}
    </>
  )
}

const Drawn = ({ round: { proof } }: { readonly round: RoundDetail }) => {
  const t = useWords(drawWords)
  const said = useWords(uiWords)
  const copy = useCopy()
  const { now } = useMe().tenant
  if (!proof?.drawnAt) return null
  const { url, secret } = proof
  return (
    <>
      <p className={styles.soft} title={exactWords(proof.drawnAt)}>
        {t('drawnAt', { when: pastWords(said, proof.drawnAt, now) })}
      </p>
      {url === null ? (
        <p className={styles.soft}>{t('proofSecret')}</p>
      ) : (
        <div className={styles.proof}>
          <h3>{t('proof')}</h3>
          <dl className={styles.hashes}>
            <dt>{t('secret')}</dt>
            <dd>{secret}</dd>
          </dl>
          <p>{t('proofWhat')}</p>
          <code>luoshi verify draw {shortUrl(url)}</code>
          <div className={styles.acts}>
            <Button href={pathOf(url)} download>
              {t('download')}
            </Button>
            <Button type="text" onClick={() => copy(`luoshi verify draw ${hereUrl(url)}`)}>
              {t('copy')}
            </Button>
            <Button type="text" onClick={() => copy(hereUrl(url))}>
              {t('copyLink')}
            </Button>
          </div>
          <p className={styles.soft}>{t('limits')}</p>
        </div>
      )}
    </>
  )
}

const pathOf = (url: string): string => new URL(url).pathname

/** The same address as this page was fetched from, which works wherever the page did. */
const hereUrl = (url: string): string => `${location.origin}${pathOf(url)}`

const shortUrl = (url: string): string => {
  const here = hereUrl(url)
  return here.length > 72 ? `${here.slice(0, 60)}…${here.slice(-9)}` : here
}
