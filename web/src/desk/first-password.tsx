import { useQueryClient } from '@tanstack/react-query'
import { PasswordForm } from '../settings/password-form.tsx'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { meOptions } from '../ui/session.ts'
import { deskWords } from './words.ts'

/** Comes before every page until the password that somebody else made has been changed. */
export const FirstPassword = () => {
  const t = useWords(deskWords)
  const queryClient = useQueryClient()
  return (
    <Page title={t('first.title')} sub={t('first.detail')} width="narrow">
      <PasswordForm onChanged={() => void queryClient.invalidateQueries({ queryKey: meOptions().queryKey })} />
    </Page>
  )
}
