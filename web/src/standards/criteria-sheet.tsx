import { PlusOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import type { StandardDetail } from '@luoshi/contract/standards'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { useNotify } from '../ui/use-notify.ts'
import { newId } from '../ui/uuid.ts'
import { DraftSaving } from './draft-saving.tsx'
import { ReplaceDialog } from './replace-dialog.tsx'
import styles from './sheet.module.css'
import { added, unready } from './sheet.ts'
import { SheetRow } from './sheet-row.tsx'
import { useDraft } from './use-draft.ts'
import { useSheetKeys } from './use-sheet-keys.ts'
import { standardsWords } from './words.ts'

const heads = ['section', 'text', 'weight', 'critical', 'conforms', 'mostly', 'fails'] as const

/** The draft as a table: typed, pasted, moved, undone, and saved by itself. */
export const CriteriaSheet = ({ standard }: { readonly standard: StandardDetail }) => {
  const t = useWords(standardsWords)
  const notify = useNotify()
  const draft = useDraft(standard)
  const [open, setOpen] = useState<string | null>(null)
  const [replacing, setReplacing] = useState(false)
  const { content, names, setNames } = draft
  const keys = useSheetKeys(draft, { onPasted: count => count > 0 && notify.done(t('sheet.pasted', { count })) })
  const lacking = new Set(unready(content))
  const add = (after: string | null): void => {
    const id = newId()
    draft.write(added(content, after, id))
    keys.focusSoon(id, 'text')
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole table; each has a button too
    <div className={styles.sheet} onKeyDown={keys.onKeyDown} onPaste={keys.onPaste} onBlur={() => void draft.flush()}>
      <div className={styles.names}>
        <label htmlFor="standard-title">
          {t('new.name')}
          <Input
            id="standard-title"
            value={names.title}
            maxLength={120}
            onChange={event => setNames({ ...names, title: event.target.value })}
          />
        </label>
        <label htmlFor="standard-type">
          {t('new.type')}
          <Input
            id="standard-type"
            value={names.pointType}
            maxLength={60}
            disabled={standard.current !== null}
            onChange={event => setNames({ ...names, pointType: event.target.value })}
          />
        </label>
      </div>
      <div className={styles.bar}>
        <Button icon={<UndoOutlined aria-hidden />} disabled={!draft.mayUndo} onClick={draft.undo}>
          {t('sheet.undo')}
        </Button>
        <Button icon={<RedoOutlined aria-hidden />} disabled={!draft.mayRedo} onClick={draft.redo}>
          {t('sheet.redo')}
        </Button>
        <Button onClick={() => setReplacing(true)}>{t('sheet.file')}</Button>
        <DraftSaving draft={draft} />
      </div>
      <p className={styles.hint}>{t('sheet.hint')}</p>
      {content.length === 0 ? <p className={styles.hint}>{t('empty.detail')}</p> : null}
      <table aria-label={t('sheet.label')} hidden={content.length === 0}>
        <thead>
          <tr>
            <th scope="col">{t('sheet.number')}</th>
            {heads.map(column => (
              <th key={column} scope="col" data-column={column}>
                {t(`field.${column}`)}
              </th>
            ))}
            <th scope="col">{t('sheet.acts')}</th>
          </tr>
        </thead>
        <tbody>
          {content.map((one, index) => (
            <SheetRow
              key={one.id}
              one={one}
              index={index}
              isLast={index === content.length - 1}
              isOpen={open === one.id}
              isLacking={lacking.has(one.id)}
              draft={draft}
              onOpen={() => setOpen(open === one.id ? null : one.id)}
            />
          ))}
        </tbody>
      </table>
      <Button icon={<PlusOutlined aria-hidden />} className={styles.add ?? ''} onClick={() => add(null)}>
        {t('sheet.add')}
      </Button>
      {replacing ? (
        <ReplaceDialog
          standardId={standard.id}
          onClose={() => setReplacing(false)}
          onReplace={next => {
            draft.write(next)
            setReplacing(false)
            notify.done(t('sheet.replaced', { count: next.length }))
          }}
        />
      ) : null}
    </div>
  )
}
