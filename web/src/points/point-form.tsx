import type { PointDetail } from '@luoshi/contract/points'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { AutoComplete, Form, Input, Modal } from 'antd'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { newId } from '../ui/uuid.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import styles from './points.module.css'
import { pointsWords } from './words.ts'

type Fields = {
  readonly name: string
  readonly pointType: string
  readonly unitId: string
  readonly address?: string
  readonly contactName?: string
  readonly contactPhone?: string
  readonly longitude?: string
  readonly latitude?: string
  readonly note?: string
}

type Props = {
  readonly point?: PointDetail
  readonly unitId?: string | undefined
  readonly onClose: () => void
}

/** Adds a point or changes one. */
export const PointForm = ({ point, unitId, onClose }: Props) => {
  const t = useWords(pointsWords)
  const notify = useNotify()
  const queryClient = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const units = useQuery(orpc.units.list.queryOptions({ input: {} }))
  const types = useQuery(orpc.points.types.queryOptions({ input: {} }))
  const standards = useQuery(orpc.standards.list.queryOptions({ input: { limit: 200 } }))
  const known = new Set([
    ...(types.data ?? []).map(({ pointType }) => pointType),
    ...(standards.data?.items ?? []).map(({ pointType }) => pointType),
  ])
  const after = {
    onSuccess: (written: PointDetail) => {
      notify.done(point === undefined ? t('added', { name: written.name }) : t('saved'))
      onClose()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.points.key() }),
  }
  const create = useMutation(orpc.points.create.mutationOptions(after))
  const change = useMutation(orpc.points.change.mutationOptions(after))
  const problem = create.error ?? change.error
  const save = (fields: Fields): void => {
    const { longitude, latitude, ...rest } = fields
    const position = longitude && latitude ? { longitude: Number(longitude), latitude: Number(latitude) } : null
    if (point === undefined) create.mutate({ id: newId(), ...rest, position })
    else change.mutate({ id: point.id, version: point.version, ...rest, position })
  }
  return (
    <Modal
      open
      title={point === undefined ? t('add') : t('edit')}
      width={620}
      onCancel={onClose}
      cancelText={t('cancel')}
      okText={t('save')}
      okButtonProps={{ loading: create.isPending || change.isPending }}
      onOk={() => form.submit()}
    >
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Form form={form} layout="vertical" onFinish={save} initialValues={initialOf(point, unitId)}>
        <Form.Item name="name" label={t('field.name')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={120} autoFocus />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="pointType" label={t('field.type')} rules={[{ required: true, whitespace: true }]}>
            <AutoComplete
              maxLength={60}
              options={[...known].map(value => ({ value }))}
              showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
            />
          </Form.Item>
          <Form.Item name="unitId" label={t('field.unit')} rules={[{ required: true }]}>
            <UnitSelect units={units.data ?? []} id="unitId" />
          </Form.Item>
        </div>
        <Form.Item name="address" label={t('field.address')}>
          <Input maxLength={200} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="contactName" label={t('field.contactName')} extra={t('contact.why')}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="contactPhone"
            label={t('field.contactPhone')}
            rules={[{ pattern: /^[\d\s+()-]{0,30}$/, message: t('field.contactPhone') }]}
          >
            <Input maxLength={30} inputMode="tel" autoComplete="off" />
          </Form.Item>
        </div>
        <div className={styles.pair}>
          <Degrees name="longitude" other="latitude" most={180} />
          <Degrees name="latitude" other="longitude" most={90} />
        </div>
        <p className={styles.hint}>{t('position.hint')}</p>
        <Form.Item name="note" label={t('field.note')}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

const initialOf = (point: PointDetail | undefined, unitId: string | undefined): Partial<Fields> =>
  point === undefined
    ? unitId === undefined
      ? {}
      : { unitId }
    : {
        ...{ name: point.name, pointType: point.pointType, unitId: point.unit.id, address: point.address },
        ...{ contactName: point.contactName, contactPhone: point.contactPhone, note: point.note },
        longitude: point.position === null ? '' : String(point.position.longitude),
        latitude: point.position === null ? '' : String(point.position.latitude),
      }

type DegreesProps = {
  readonly name: 'longitude' | 'latitude'
  readonly other: 'longitude' | 'latitude'
  readonly most: number
}

const Degrees = ({ name, other, most }: DegreesProps) => {
  const t = useWords(pointsWords)
  return (
    <Form.Item
      name={name}
      label={t(`field.${name}`)}
      dependencies={[other]}
      rules={[
        ({ getFieldValue }) => ({
          validator: (_, text: string | undefined) => {
            const isThere = Boolean(text)
            const fits = !isThere || (Number.isFinite(Number(text)) && Math.abs(Number(text)) <= most)
            return fits && isThere === Boolean(getFieldValue(other))
              ? Promise.resolve()
              : Promise.reject(new Error(t(fits ? 'position.wrong' : 'position.hint')))
          },
        }),
      ]}
    >
      <Input inputMode="decimal" maxLength={14} />
    </Form.Item>
  )
}
