import { Form, Input } from 'antd'
import { useWords } from '../ui/i18n.ts'
import styles from './people.module.css'
import { peopleWords } from './words.ts'

export type PersonWordFields = {
  readonly name: string
  readonly title?: string
  readonly phone?: string
  readonly email?: string
}

/** Name, title, telephone and e-mail. A telephone number on file is shown masked and only replaced by a new one. */
export const PersonWords = ({ kept = null }: { readonly kept?: string | null }) => {
  const t = useWords(peopleWords)
  return (
    <>
      <div className={styles.pair}>
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('name.needed') }]}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="title" label={t('job-title')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item
          name="phone"
          label={t('phone')}
          rules={[{ pattern: /^\s*[0-9+\- ]{5,20}\s*$/, message: t('phone.rule') }]}
        >
          <Input
            inputMode="tel"
            autoComplete="off"
            {...(kept === null ? {} : { placeholder: t('phone.kept', { phone: kept }) })}
          />
        </Form.Item>
        <Form.Item name="email" label={t('email')} rules={[{ type: 'email', message: t('email.rule') }]}>
          <Input inputMode="email" autoComplete="off" />
        </Form.Item>
      </div>
    </>
  )
}
