import type { Role } from '@luoshi/rules/role'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { uiWords } from '../ui/words.ts'
import type { FirstPassword } from './first-password-dialog.tsx'
import styles from './people.module.css'
import { type PersonWordFields, PersonWords } from './person-words.tsx'
import { SeatFields } from './seat-fields.tsx'
import { peopleWords } from './words.ts'

type Fields = PersonWordFields & { readonly account: string; readonly unitId: string; readonly role: Role }

type NewPersonProps = {
  readonly unitId: string | undefined
  readonly onDone: (first: FirstPassword) => void
  readonly onClose: () => void
}

const filled = (text: string | undefined): string | null => text?.trim() || null

/** Adds a person with a first role. */
export const NewPerson = ({ unitId, onDone, onClose }: NewPersonProps) => {
  const t = useWords(peopleWords)
  const said = useWords(uiWords)
  const queryClient = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const create = useMutation({
    mutationFn: ({ name, account, title, phone, email, unitId: unit, role }: Fields) =>
      api.people.create({
        name: name.trim(),
        account: account.trim(),
        title: filled(title),
        phone: filled(phone),
        email: filled(email),
        memberships: [{ unitId: unit, role }],
      }),
    onSuccess: ({ person, firstPassword }) => {
      onDone({ name: person.name, account: person.account, password: firstPassword })
      onClose()
      return queryClient.invalidateQueries({ queryKey: orpc.people.key() })
    },
  })
  return (
    <Modal
      open
      width={640}
      title={t('form.title')}
      okText={t('form.do')}
      cancelText={said('cancel')}
      onOk={form.submit}
      onCancel={onClose}
      okButtonProps={{ loading: create.isPending }}
    >
      <p className={styles.lead}>{t('form.lead')}</p>
      {create.error === null ? null : <ProblemNotice problem={create.error} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ unitId, role: 'worker' }}
        onFinish={fields => create.mutate(fields)}
      >
        <PersonWords />
        <Form.Item
          name="account"
          label={t('account')}
          extra={t('account.rule')}
          rules={[{ required: true, pattern: /^\s*\S{3,40}\s*$/, message: t('account.rule') }]}
        >
          <Input autoComplete="off" autoCapitalize="off" spellCheck={false} />
        </Form.Item>
        <SeatFields />
      </Form>
    </Modal>
  )
}
