import { CloseOutlined, FileOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type Say, useWords } from '../ui/i18n.ts'
import { asProblem } from '../ui/problem.ts'
import styles from './evidence.module.css'
import { sizeWords } from './size-words.ts'
import { percentSent, type UploadState } from './upload.ts'
import { evidenceWords } from './words.ts'

type UploadRowProps = {
  readonly name: string
  readonly bytes: number | null
  readonly preview: string | null
  readonly state?: UploadState
  readonly status?: string
  readonly onRemove: () => void
  readonly onAgain?: () => void
}

/** One file: what it is, how far it has come, and the way to take it away or send it again. */
export const UploadRow = ({ name, bytes, preview, state, status, onRemove, onAgain }: UploadRowProps) => {
  const t = useWords(evidenceWords)
  const percent = state?.kind === 'sending' ? percentSent(state.sent, bytes ?? 0) : null
  const isWrong = state?.kind === 'failed' || state?.kind === 'refused'
  return (
    <li className={styles.row}>
      {preview === null ? (
        <span className={styles.picture}>
          <FileOutlined aria-hidden="true" />
        </span>
      ) : (
        <img className={styles.picture} src={preview} alt="" />
      )}
      <div className={styles.file}>
        <b>{name}</b>
        <small className={isWrong ? styles.wrong : ''} aria-live="polite">
          {bytes === null ? '' : `${sizeWords(bytes)} · `}
          {status ?? (state === undefined ? '' : stateWords(t, state, bytes ?? 0))}
        </small>
        {percent === null ? null : (
          <progress value={percent} max={100} aria-label={name}>
            {percent}%
          </progress>
        )}
      </div>
      {state?.kind === 'failed' && onAgain ? (
        <Button size="small" onClick={onAgain}>
          {t('again')}
        </Button>
      ) : null}
      <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('remove', { name })} onClick={onRemove} />
    </li>
  )
}

const stateWords = (t: Say<typeof evidenceWords>, state: UploadState, bytes: number): string => {
  switch (state.kind) {
    case 'sending': {
      const percent = percentSent(state.sent, bytes)
      return state.waiting ? t('waiting-net', { percent }) : t('sending', { percent })
    }
    case 'failed':
      return `${t('failed')}：${asProblem(state.problem).message}`
    case 'refused':
      return t(state.why)
    default:
      return t(state.kind)
  }
}
