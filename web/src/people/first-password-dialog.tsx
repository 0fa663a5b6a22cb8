import { Button, Modal } from 'antd'
import { useWords } from '../ui/i18n.ts'
import { useCopy } from '../ui/use-copy.ts'
import styles from './people.module.css'
import { peopleWords } from './words.ts'

export type FirstPassword = { readonly name: string; readonly account: string; readonly password: string }

type Props = { readonly first: FirstPassword; readonly onClose: () => void }

/** The only time that a first password is seen. It closes by its button alone, not by a slip beside it. */
export const FirstPasswordDialog = ({ first: { name, account, password }, onClose }: Props) => {
  const t = useWords(peopleWords)
  const copy = useCopy()
  return (
    <Modal
      open
      title={t('first.title', { name })}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={() => copy(`${t('first.account')} ${account}\n${t('first.password')} ${password}`)}>
            {t('first.copy')}
          </Button>
          <Button type="primary" onClick={onClose}>
            {t('first.close')}
          </Button>
        </>
      }
    >
      <p className={styles.soft}>{t('first.detail')}</p>
      <dl className={styles.secret}>
        <dt>{t('first.account')}</dt>
        <dd>{account}</dd>
        <dt>{t('first.password')}</dt>
        <dd>{password}</dd>
      </dl>
    </Modal>
  )
}
