import { Button, Form, type FormInstance, Steps } from 'antd'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './setup.module.css'
import { OfficeFields, PersonFields, TenantFields } from './setup-fields.tsx'
import { setupWords } from './words.ts'

export type HouseForm = {
  readonly tenant: string
  readonly rootKind: 'county' | 'street' | 'community'
  readonly office: string
  readonly name: string
  readonly account: string
  readonly password: string
  readonly again: string
}

type SetupStepsProps = {
  readonly form: FormInstance<HouseForm>
  readonly isSending: boolean
  readonly onRun: () => Promise<void>
}

const fields = [TenantFields, OfficeFields, PersonFields] as const

/** One question at a time; going back loses nothing. */
export const SetupSteps = ({ form, isSending, onRun }: SetupStepsProps) => {
  const t = useWords(setupWords)
  const [step, setStep] = useState(0)
  const Fields = fields[step] ?? TenantFields
  const isLast = step === fields.length - 1
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ rootKind: 'county' }}
      onFinish={() => (isLast ? onRun() : setStep(step + 1))}
    >
      <Steps
        className={styles.steps ?? ''}
        aria-label={t('steps')}
        current={step}
        size="small"
        responsive={false}
        items={[{ title: t('step.tenant') }, { title: t('step.office') }, { title: t('step.person') }]}
      />
      <Fields />
      {isLast ? <Summary form={form} /> : null}
      <div className={styles.acts}>
        {step === 0 ? null : <Button onClick={() => setStep(step - 1)}>{t('back')}</Button>}
        <Button type="primary" htmlType="submit" loading={isSending}>
          {isLast ? t('run') : t('next')}
        </Button>
      </div>
    </Form>
  )
}

const Summary = ({ form }: { readonly form: FormInstance<HouseForm> }) => {
  const t = useWords(setupWords)
  const name = Form.useWatch('name', form) ?? ''
  const { tenant = '', office = '' }: Partial<HouseForm> = form.getFieldsValue(true)
  return name.trim() === '' ? null : <p className={styles.says}>{t('run.says', { tenant, office, name })}</p>
}
