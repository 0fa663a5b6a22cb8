import { Form, Input, Radio } from 'antd'
import { useWords } from '../ui/i18n.ts'
import styles from './setup.module.css'
import { setupWords } from './words.ts'

/** Which county this is. */
export const TenantFields = () => {
  const t = useWords(setupWords)
  return (
    <>
      <h2>{t('tenant.title')}</h2>
      <p className={styles.why}>{t('tenant.why')}</p>
      <Form.Item
        name="tenant"
        label={t('tenant')}
        rules={[{ required: true, min: 2, max: 60, message: t('tenant.needed') }]}
      >
        <Input size="large" autoFocus placeholder={t('tenant.example')} />
      </Form.Item>
      <Form.Item name="rootKind" label={t('kind')}>
        <Radio.Group
          options={[
            { value: 'county', label: t('kind.county') },
            { value: 'street', label: t('kind.street') },
            { value: 'community', label: t('kind.community') },
          ]}
        />
      </Form.Item>
    </>
  )
}

/** Which office takes the lead. */
export const OfficeFields = () => {
  const t = useWords(setupWords)
  return (
    <>
      <h2>{t('office.title')}</h2>
      <p className={styles.why}>{t('office.why')}</p>
      <Form.Item
        name="office"
        label={t('office')}
        rules={[{ required: true, min: 2, max: 60, message: t('tenant.needed') }]}
      >
        <Input size="large" autoFocus placeholder={t('office.example')} />
      </Form.Item>
    </>
  )
}

/** Who looks after the house. */
export const PersonFields = () => {
  const t = useWords(setupWords)
  return (
    <>
      <h2>{t('person.title')}</h2>
      <p className={styles.why}>{t('person.why')}</p>
      <Form.Item name="name" label={t('name')} rules={[{ required: true, max: 40, message: t('name.needed') }]}>
        <Input autoFocus autoComplete="name" />
      </Form.Item>
      <Form.Item
        name="account"
        label={t('account')}
        rules={[{ required: true, pattern: /^\S{3,40}$/, message: t('account.rule') }]}
        extra={t('account.rule')}
      >
        <Input autoComplete="username" autoCapitalize="off" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('password')}
        extra={t('password.rule')}
        rules={[{ required: true, min: 10, message: t('password.short') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('password.again')}
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, value: string) => {
              if (value !== getFieldValue('password')) throw new Error(t('password.differs'))
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
