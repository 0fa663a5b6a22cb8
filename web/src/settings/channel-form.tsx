import { channelKind } from '@luoshi/contract/channels'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Radio, Select } from 'antd'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMay } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { uiWords } from '../ui/words.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

type Kind = (typeof channelKind)['options'][number]
type Fields = {
  readonly kind: Kind
  readonly unitId?: string
  readonly address: string
  readonly secret?: string
  readonly rhythm: 'daily' | 'at-once'
}

/** Adds a channel: e-mail is one's own; a robot belongs to a unit, for those who may set that up. */
export const ChannelForm = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(settingsWords)
  const said = useWords(uiWords)
  const notify = useNotify()
  const may = useMay()
  const queryClient = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch('kind', form) ?? 'email'
  const { data: units = [] } = useQuery(orpc.units.list.queryOptions({ input: {} }))
  const add = useMutation({
    mutationFn: ({ kind: by, unitId, address, secret, rhythm }: Fields) =>
      api.channels.add({
        kind: by,
        unitId: by === 'email' ? null : (unitId ?? null),
        address: address.trim(),
        secret: secret?.trim() || null,
        rhythm,
      }),
    onSuccess: () => {
      notify.done(t('channels.added'))
      onClose()
      return queryClient.invalidateQueries({ queryKey: orpc.channels.key() })
    },
  })
  const kinds = may('notice-channel.manage') ? channelKind.options : (['email'] as const)
  const needed = { required: true, message: t('channels.address.needed') }
  const isMail = kind === 'email'
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className={styles.form ?? ''}
      initialValues={{ kind: 'email', rhythm: 'daily' }}
      onFinish={fields => add.mutate(fields)}
      style={{ marginTop: 18 }}
    >
      {add.error === null ? null : <ProblemNotice problem={add.error} />}
      <Form.Item name="kind" label={t('channels.kind')}>
        <Select options={kinds.map(value => ({ value, label: t(`channels.${value}`) }))} />
      </Form.Item>
      {isMail ? null : (
        <Form.Item name="unitId" label={t('channels.for')} rules={[needed]}>
          <UnitSelect units={units} />
        </Form.Item>
      )}
      <Form.Item
        key={String(isMail)}
        name="address"
        label={t(isMail ? 'channels.address.email' : 'channels.address.webhook')}
        rules={[needed, { type: isMail ? 'email' : 'url', message: t('channels.address.needed') }]}
      >
        <Input inputMode={isMail ? 'email' : 'url'} autoComplete={isMail ? 'email' : 'off'} />
      </Form.Item>
      {isMail ? null : (
        <Form.Item name="secret" label={t('channels.secret')}>
          <Input.Password autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="rhythm" label={t('channels.rhythm')}>
        <Radio.Group
          options={[
            { value: 'daily', label: t('channels.daily') },
            { value: 'at-once', label: t('channels.at-once') },
          ]}
        />
      </Form.Item>
      <div className={styles.acts}>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('channels.add')}
        </Button>
        <Button onClick={onClose}>{said('cancel')}</Button>
      </div>
    </Form>
  )
}
