import { CameraOutlined, FolderOpenOutlined, PaperClipOutlined } from '@ant-design/icons'
import type { Evidence } from '@luoshi/contract/evidence'
import { Button } from 'antd'
import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './evidence.module.css'
import { FiledEvidence } from './filed-evidence.tsx'
import { UploadRow } from './upload-row.tsx'
import { useUploads } from './use-uploads.ts'
import { evidenceWords } from './words.ts'

type EvidencePickerProps = {
  readonly unitId: string
  /** Said in place of that nothing has to be added. */
  readonly hint?: string
  /** Told whenever the choice changes; `isBusy` while something is still being sent. */
  readonly onChange: (chosen: { readonly evidenceIds: readonly string[]; readonly isBusy: boolean }) => void
}

/** Photos and files to go with what is handed in: taken now, chosen, dropped, pasted, or already on file. */
export const EvidencePicker = ({ unitId, hint, onChange }: EvidencePickerProps) => {
  const t = useWords(evidenceWords)
  const { uploads, evidence, isBusy, add, again, remove } = useUploads(unitId)
  const [reused, setReused] = useState<readonly Evidence[]>([])
  const [choosing, setChoosing] = useState(false)
  const ids = [...new Set([...reused, ...evidence].map(({ id }) => id))].join(',')
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the choice changes, not when the listener does
  useEffect(() => onChange({ evidenceIds: ids === '' ? [] : ids.split(','), isBusy }), [ids, isBusy])
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    add([...event.dataTransfer.files])
  }
  const paste = (event: ClipboardEvent): void => {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    add([...event.clipboardData.files])
  }
  return (
    <section
      className={styles.picker}
      aria-label={t('title')}
      onDragOver={event => event.preventDefault()}
      onDrop={drop}
      onPaste={paste}
    >
      <div className={styles.ways}>
        <FileButton icon={<CameraOutlined aria-hidden />} label={t('camera')} camera onFiles={add} />
        <FileButton icon={<PaperClipOutlined aria-hidden />} label={t('choose')} onFiles={add} />
        <Button icon={<FolderOpenOutlined aria-hidden />} onClick={() => setChoosing(true)}>
          {t('filed')}
        </Button>
      </div>
      <p className={styles.hint}>
        {hint ?? t('optional')} <span>{t('drop')}</span>
      </p>
      <ul className={styles.rows}>
        {reused.map(({ id, name, bytes, thumbnailUrl }) => (
          <UploadRow
            key={id}
            name={name}
            bytes={bytes}
            preview={thumbnailUrl}
            status={t('filed')}
            onRemove={() => setReused(all => all.filter(other => other.id !== id))}
          />
        ))}
        {uploads.map(upload => (
          <UploadRow
            key={upload.key}
            name={upload.name}
            bytes={upload.bytes}
            preview={upload.preview}
            state={upload.state}
            onRemove={() => remove(upload.key)}
            onAgain={() => again(upload.key)}
          />
        ))}
      </ul>
      {choosing ? (
        <FiledEvidence
          unitId={unitId}
          without={reused.map(({ id }) => id)}
          onUse={chosen => setReused(all => [...all, ...chosen])}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </section>
  )
}

type FileButtonProps = {
  readonly icon: React.ReactNode
  readonly label: string
  readonly camera?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

const FileButton = ({ icon, label, camera = false, onFiles }: FileButtonProps) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!camera}
        accept={camera ? 'image/*' : undefined}
        capture={camera ? 'environment' : undefined}
        onChange={event => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button className={camera ? (styles.camera ?? '') : ''} icon={icon} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}
