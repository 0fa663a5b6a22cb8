import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useCopy } from '../ui/use-copy.ts'
import { uiWords } from '../ui/words.ts'
import { scopeNouns, scopeWords } from './scope-words.ts'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

type Fields = { readonly name: string; readonly scopes: readonly string[]; readonly days: number }

const lives = [30, 90, 365, 0] as const

/** Makes a key; it is shown once. */
export const KeyForm = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(settingsWords)
  const said = useWords(uiWords)
  const queryClient = useQueryClient()
  const [secret, setSecret] = useState<string | null>(null)
  const create = useMutation({
    mutationFn: ({ name, scopes, days }: Fields) =>
      api.keys.create({ name: name.trim(), scopes: [...scopes], expiresInDays: days === 0 ? null : days }),
    onSuccess: made => {
      setSecret(made.secret)
      return queryClient.invalidateQueries({ queryKey: orpc.keys.key() })
    },
  })
  const scopes = ['*:read', ...scopeNouns.flatMap(noun => [`${noun}:read`, `${noun}:write`])]
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className={styles.form ?? ''}
      initialValues={{ scopes: ['*:read'], days: 365 }}
      onFinish={fields => create.mutate(fields)}
      style={{ marginTop: 18 }}
    >
      {create.error === null ? null : <ProblemNotice problem={create.error} />}
      <Form.Item name="name" label={t('keys.name')} rules={[{ required: true, message: t('keys.name.needed') }]}>
        <Input maxLength={60} placeholder={t('keys.name.example')} />
      </Form.Item>
      <Form.Item name="scopes" label={t('keys.scopes')} rules={[{ required: true, message: t('keys.scopes.needed') }]}>
        <Select mode="multiple" options={scopes.map(value => ({ value, label: scopeWords(t, value) }))} />
      </Form.Item>
      <Form.Item name="days" label={t('keys.expires')}>
        <Select
          options={lives.map(value => ({
            value,
            label: value === 0 ? t('keys.expires.never') : t('keys.expires.days', { count: value }),
          }))}
        />
      </Form.Item>
      <div className={styles.acts}>
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('keys.create')}
        </Button>
        <Button onClick={onClose}>{said('cancel')}</Button>
      </div>
      {secret === null ? null : <Secret secret={secret} onClose={onClose} />}
    </Form>
  )
}

const Secret = ({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) => {
  const t = useWords(settingsWords)
  const said = useWords(uiWords)
  const copy = useCopy()
  return (
    <Modal
      open
      title={t('keys.secret')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={() => copy(secret)}>{said('copy')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('keys.noted')}
          </Button>
        </>
      }
    >
      <p className={styles.soft}>{t('keys.secret.detail')}</p>
      <code className={styles.secret}>{secret}</code>
    </Modal>
  )
}
