import type { RoundDetail } from '@luoshi/contract/rounds'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import styles from './ceremony.module.css'
import { drawWords } from './draw-words.ts'
import type { RoundAct } from './use-round-act.ts'

/** The witness's name and words, and the lot. */
export const DrawForm = ({ round, acting }: { readonly round: RoundDetail; readonly acting: RoundAct }) => {
  const t = useWords(drawWords)
  const [witness, setWitness] = useState('')
  const [words, setWords] = useState('')
  const { id, version, kind, points } = round
  const isSpoken = witness.trim() !== '' && words.trim() !== ''
  const isEmpty = witness.trim() === '' && words.trim() === ''
  const draw = () => {
    const spoken = isSpoken ? { witness: witness.trim(), witnessWords: words.trim() } : {}
    void acting.act(t('drawDone', { points }), () => api.rounds.draw({ id, version, ...spoken }))
  }
  return (
    <form
      className={styles.drawForm}
      onSubmit={event => {
        event.preventDefault()
        if (isSpoken || isEmpty) draw()
      }}
    >
      <p className={styles.soft}>{t(kind === 'unannounced' ? 'witnessHintSecret' : 'witnessHint')}</p>
      <label htmlFor="round-witness">{t('witnessName')}</label>
      <Input id="round-witness" value={witness} maxLength={60} onChange={event => setWitness(event.target.value)} />
      <label htmlFor="round-words">{t('words')}</label>
      <Input
        id="round-words"
        value={words}
        maxLength={200}
        placeholder={t('wordsExample')}
        onChange={event => setWords(event.target.value)}
      />
      <div className={styles.acts}>
        <Button
          type={isEmpty ? 'default' : 'primary'}
          htmlType="submit"
          loading={acting.busy}
          disabled={!isSpoken && !isEmpty}
        >
          {t(isEmpty ? 'drawAlone' : 'draw')}
        </Button>
        {isEmpty ? <span className={styles.soft}>{t('drawAloneWarn')}</span> : null}
      </div>
    </form>
  )
}
