import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { ChooseSheet } from './choose-sheet.tsx'
import { ImportDone } from './import-done.tsx'
import { ImportPreview } from './import-preview.tsx'
import styles from './imports.module.css'
import { importsWords } from './words.ts'

/** Units and people from a spreadsheet: choose, look at what would happen, take it whole. */
export const ImportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(importsWords)
  const queryClient = useQueryClient()
  const preview = useMutation(orpc.imports.preview.mutationOptions())
  const apply = useMutation(
    orpc.imports.apply.mutationOptions({
      onSuccess: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: orpc.units.key() }),
          queryClient.invalidateQueries({ queryKey: orpc.people.key() }),
        ]),
    }),
  )
  const seen = preview.data
  const count = seen === undefined ? 0 : seen.units.added + seen.units.changed + seen.people.added + seen.people.changed
  const mayApply = seen !== undefined && seen.errors.length === 0 && count > 0
  const foot = apply.data ? (
    <Button type={apply.data.firstPasswords.length === 0 ? 'primary' : 'default'} onClick={onClose}>
      {t('close')}
    </Button>
  ) : seen === undefined ? null : (
    <>
      <Button onClick={preview.reset}>{t('another')}</Button>
      {mayApply ? (
        <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate({ id: seen.id })}>
          {t('apply', { count })}
        </Button>
      ) : null}
    </>
  )
  return (
    <Modal open title={t('title')} width={760} onCancel={onClose} footer={foot} mask={{ closable: false }}>
      <div className={styles.body}>
        {preview.error === null ? null : <ProblemNotice problem={preview.error} />}
        {apply.error === null ? null : <ProblemNotice problem={apply.error} />}
        {apply.data ? (
          <ImportDone done={apply.data} />
        ) : seen === undefined ? (
          <ChooseSheet isReading={preview.isPending} onChoose={file => preview.mutate({ file })} />
        ) : (
          <ImportPreview preview={seen} />
        )}
      </div>
    </Modal>
  )
}
