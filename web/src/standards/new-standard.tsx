import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { Waiting } from '../ui/waiting.tsx'
import { UnitSelect } from '../units/unit-select.tsx'
import { type ReadFile, StandardFile } from './standard-file.tsx'
import { standardsWords } from './words.ts'

type From = 'ready' | 'file' | 'empty'
type Fields = { readonly title: string; readonly pointType: string; readonly unitId: string }

/** Begins a draft: from the catalogue, from a file, or from nothing. */
export const NewStandard = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(standardsWords)
  const notify = useNotify()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const [from, setFrom] = useState<From>('ready')
  const [key, setKey] = useState<string | null>(null)
  const [read, setRead] = useState<ReadFile | null>(null)
  const ready = useQuery(orpc.standards.ready.queryOptions({ input: {}, staleTime: Number.POSITIVE_INFINITY }))
  const units = useQuery(orpc.units.list.queryOptions({ input: {} }))
  const mine = units.data ?? []
  const top = mine[0]
  const create = useMutation(
    orpc.standards.create.mutationOptions({
      onSuccess: async ({ id, content }) => {
        await queryClient.invalidateQueries({ queryKey: orpc.standards.key() })
        notify.done(t('new.made', { count: content.length }))
        await navigate({ to: '/standards/$standardId', params: { standardId: id }, search: { mode: 'edit' } })
      },
    }),
  )
  const named = (title: string | null, pointType: string | null): void => {
    form.setFieldsValue({ ...(title ? { title } : {}), ...(pointType ? { pointType } : {}) })
  }
  const isReady = from === 'empty' || (from === 'ready' ? key !== null : read !== null)
  const make = ({ title, pointType, unitId }: Fields): void =>
    create.mutate({
      ...{ title, pointType, unitId },
      ready: from === 'ready' ? key : null,
      content: from === 'file' ? [...(read?.content ?? [])] : [],
    })
  return (
    <Modal
      open
      title={t('new.title')}
      width={620}
      onCancel={onClose}
      cancelText={t('cancel')}
      okText={t('new.make')}
      okButtonProps={{ disabled: !isReady, loading: create.isPending }}
      onOk={() => form.submit()}
    >
      {create.error === null ? null : <ProblemNotice problem={create.error} />}
      {top === undefined ? (
        <Waiting rows={6} />
      ) : (
        <Form form={form} layout="vertical" onFinish={make} initialValues={{ unitId: top?.id }}>
          <Form.Item label={t('new.from')}>
            <Radio.Group
              vertical
              value={from}
              onChange={event => setFrom(event.target.value as From)} // one of the options
              options={(['ready', 'file', 'empty'] as const).map(value => ({ value, label: t(`new.${value}`) }))}
            />
          </Form.Item>
          {from === 'ready' ? (
            <Form.Item label={t('new.ready')} htmlFor="ready-standard">
              <Select
                id="ready-standard"
                placeholder={t('new.ready.choose')}
                value={key}
                onChange={next => {
                  setKey(next)
                  const one = ready.data?.find(standard => standard.key === next)
                  named(one?.title ?? null, one?.pointType ?? null)
                }}
                showSearch={{ optionFilterProp: 'label' }}
                options={(ready.data ?? []).map(one => ({
                  value: one.key,
                  label: t('new.ready.option', { title: one.title, count: one.criteria }),
                }))}
              />
            </Form.Item>
          ) : null}
          {from === 'file' ? (
            <StandardFile
              onRead={found => {
                setRead(found)
                named(found?.title ?? null, found?.pointType ?? null)
              }}
            />
          ) : null}
          <Form.Item
            name="title"
            label={t('new.name')}
            rules={[{ required: true, min: 2, max: 120, whitespace: true }]}
          >
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item
            name="pointType"
            label={t('new.type')}
            extra={t('new.type.hint')}
            rules={[{ required: true, max: 60, whitespace: true }]}
          >
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="unitId" label={t('new.unit')} extra={t('new.unit.hint')} rules={[{ required: true }]}>
            <UnitSelect units={mine} id="unitId" />
          </Form.Item>
        </Form>
      )}
    </Modal>
  )
}
