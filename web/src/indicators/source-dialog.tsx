import type { Indicator, IndicatorSource } from '@luoshi/contract/indicators'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, InputNumber, Modal, Select } from 'antd'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { indicatorWords } from './words.ts'

type Draft = Partial<Omit<IndicatorSource, 'measure'>> & { readonly measure: IndicatorSource['measure'] | 'hand' }

const measures = ['hand', 'conforming', 'on-time', 'first-pass', 'closed'] as const

/** Says where an indicator's number comes from: from a hand, or from what is on record already. */
export const SourceDialog = ({
  indicator,
  onClose,
}: {
  readonly indicator: Indicator
  readonly onClose: () => void
}) => {
  const t = useWords(indicatorWords)
  const queries = useQueryClient()
  const [form] = Form.useForm<Draft>()
  const draft = Form.useWatch([], form) as Draft | undefined // undefined until the form is drawn
  const save = useMutation(
    orpc.indicators.source.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: orpc.indicators.key() })
        onClose()
      },
    }),
  )
  const keep = ({ measure, pointType, criterionId, categoryId, windowDays }: Draft): void =>
    save.mutate({
      id: indicator.id,
      source:
        measure === 'hand'
          ? null
          : {
              measure,
              pointType: measure === 'conforming' ? (pointType ?? null) : null,
              criterionId: measure === 'conforming' ? (criterionId ?? null) : null,
              categoryId: measure === 'conforming' ? null : (categoryId ?? null),
              windowDays: windowDays ?? 30,
            },
    })
  const measure = draft?.measure ?? indicator.source?.measure ?? 'hand'
  return (
    <Modal
      open
      title={t('sourceTitle', { subject: indicator.subject })}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('sourceWhy')}</p>
      {save.isError ? <ProblemNotice problem={save.error} /> : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={indicator.source ?? { measure: 'hand', windowDays: 30 }}
        onFinish={keep}
      >
        <Form.Item name="measure" label={t('measure')}>
          <Select options={measures.map(value => ({ value, label: t(`measure_${value}`) }))} />
        </Form.Item>
        {measure === 'conforming' ? <PointFields pointType={draft?.pointType ?? null} /> : null}
        {measure === 'hand' || measure === 'conforming' ? null : <CategoryField />}
        {measure === 'hand' ? null : (
          <Form.Item name="windowDays" label={t('window')} extra={t('windowWhy')}>
            <InputNumber min={1} max={366} precision={0} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

/** A type of point, and one criterion of the standard that holds for it. */
const PointFields = ({ pointType }: { readonly pointType: string | null }) => {
  const t = useWords(indicatorWords)
  const types = useQuery(orpc.points.types.queryOptions({ input: {} }))
  const standardId = types.data?.find(type => type.pointType === pointType)?.standardId ?? null
  const standard = useQuery({
    ...orpc.standards.get.queryOptions({ input: { id: standardId ?? '' } }),
    enabled: standardId !== null,
  })
  return (
    <>
      <Form.Item name="pointType" label={t('pointType')}>
        <Select
          allowClear
          placeholder={t('anyType')}
          options={(types.data ?? []).map(type => ({ value: type.pointType, label: type.pointType }))}
        />
      </Form.Item>
      {standard.data === undefined ? null : (
        <Form.Item name="criterionId" label={t('criterion')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={standard.data.content.map(({ id, text }) => ({ value: id, label: text }))}
          />
        </Form.Item>
      )}
    </>
  )
}

const CategoryField = () => {
  const t = useWords(indicatorWords)
  const categories = useQuery(orpc.cases.categories.queryOptions({ input: {} }))
  return (
    <Form.Item name="categoryId" label={t('category')}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={(categories.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  )
}
