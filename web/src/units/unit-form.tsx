import type { Unit } from '@luoshi/contract/units'
import { type UnitKind, unitKinds } from '@luoshi/rules/unit-kind'
import { Form, Input, Modal, Select } from 'antd'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { newId } from '../ui/uuid.ts'
import { uiWords } from '../ui/words.ts'
import { UnitSelect } from './unit-select.tsx'
import { useUnitChange } from './use-unit-change.ts'
import { unitsWords } from './words.ts'

type Fields = {
  readonly parentId: string
  readonly kind: UnitKind
  readonly name: string
  readonly shortName?: string
  readonly aliases?: readonly string[]
}

type UnitFormProps = {
  readonly units: readonly Unit[]
  /** The one to change; without it a new one is added. */
  readonly unit?: Unit
  readonly parentId?: string | undefined
  readonly onDone: (id: string) => void
  readonly onClose: () => void
}

/** What lies under what, as a rule: a first guess at the kind of a new unit. */
const usualChild: Readonly<Partial<Record<UnitKind, UnitKind>>> = {
  county: 'street',
  street: 'community',
  town: 'village',
  community: 'estate',
  village: 'grid',
  estate: 'grid',
}

/** Adds a unit or changes its words. */
export const UnitForm = ({ units, unit, parentId, onDone, onClose }: UnitFormProps) => {
  const t = useWords(unitsWords)
  const said = useWords(uiWords)
  const [form] = Form.useForm<Fields>()
  const parentKind = units.find(({ id }) => id === parentId)?.kind
  const save = useUnitChange(
    {
      mutationFn: ({ parentId: under, kind, ...words }: Fields) => {
        const name = words.name.trim()
        const shortName = words.shortName?.trim() || null
        const aliases = [...(words.aliases ?? [])]
        return unit === undefined
          ? api.units.create({ id: newId(), parentId: under, kind, name, shortName, aliases })
          : api.units.change({ id: unit.id, version: unit.version, kind, name, shortName, aliases })
      },
    },
    {
      says: ({ name }) => t(unit === undefined ? 'done.added' : 'done.changed', { name }),
      settled: ({ id }) => {
        onDone(id)
        onClose()
      },
    },
  )
  const initial = unit ?? { parentId, kind: (parentKind && usualChild[parentKind]) ?? 'department' }
  return (
    <Modal
      open
      title={unit === undefined ? t('form.add') : t('form.edit', { name: unit.name })}
      okText={unit === undefined ? t('form.add.do') : t('form.save')}
      cancelText={said('cancel')}
      onOk={form.submit}
      onCancel={onClose}
      okButtonProps={{ loading: save.isPending }}
    >
      {save.error === null ? null : <ProblemNotice problem={save.error} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...initial, shortName: unit?.shortName ?? '' }}
        onFinish={fields => save.mutate(fields)}
      >
        {unit === undefined ? (
          <Form.Item name="parentId" label={t('form.parent')} rules={[{ required: true, message: t('form.needed') }]}>
            <UnitSelect units={units.filter(({ archived }) => !archived)} />
          </Form.Item>
        ) : null}
        <Form.Item name="kind" label={t('kind')} rules={[{ required: true, message: t('form.needed') }]}>
          <Select options={unitKinds.map(value => ({ value, label: said(`kind.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('form.name')}
          rules={[{ required: true, whitespace: true, min: 2, max: 80, message: t('form.name.needed') }]}
        >
          <Input autoFocus />
        </Form.Item>
        <Form.Item name="shortName" label={t('form.short')}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="aliases" label={t('form.aliases')} extra={t('aka.why')}>
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            placeholder={t('form.aliases.hint')}
            tokenSeparators={['、', '，', ',', ';', '；']}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
