import { useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { signOut } from '../ui/auth.ts'
import { useWords } from '../ui/i18n.ts'
import { forgetMe } from '../ui/remembered-me.ts'
import { useMe } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { LookChoices } from './look-choices.tsx'
import styles from './shell.module.css'
import { deskWords } from './words.ts'

/** 滨河社区 · 周敏: who is signed in; under it how the desk looks, the settings, and the way out. */
export const WhoMenu = () => {
  const t = useWords(deskWords)
  const { person, memberships, tenant } = useMe()
  const [open, setOpen] = useState(false)
  const where = memberships[0]?.unit.name ?? tenant.name
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      arrow={false}
      content={<Menu onClose={() => setOpen(false)} />}
    >
      <button type="button" aria-haspopup="dialog" aria-expanded={open} title={t('who.menu')}>
        {where} · {person.name}
      </button>
    </Popover>
  )
}

const Menu = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(deskWords)
  const queryClient = useQueryClient()
  const router = useRouter()
  const notify = useNotify()
  const leave = async (): Promise<void> => {
    try {
      await signOut()
      queryClient.clear()
      forgetMe(localStorage)
      await router.navigate({ to: '/sign-in' })
    } catch (thrown) {
      notify.refused(thrown)
    }
  }
  return (
    <div className={styles.menu}>
      <LookChoices />
      <hr />
      <a href="/field">{t('who.field')}</a>
      <Link to="/settings" onClick={onClose}>
        {t('who.settings')}
      </Link>
      <Button block onClick={() => void leave()}>
        {t('who.out')}
      </Button>
    </div>
  )
}
