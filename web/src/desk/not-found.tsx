import { Link } from '@tanstack/react-router'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { deskWords } from './words.ts'

/** For an address that leads nowhere. */
export const NotFound = () => {
  const t = useWords(deskWords)
  return (
    <Page title={t('lost')} width="narrow">
      <EmptyState title={t('lost.title')} act={<Link to="/">{t('lost.home')}</Link>}>
        {t('lost.detail')}
      </EmptyState>
    </Page>
  )
}
