import { SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useWords } from '../ui/i18n.ts'
import { Keys } from '../ui/keys.tsx'
import { useMay } from '../ui/session.ts'
import { pagesFor } from './pages.ts'
import styles from './shell.module.css'
import { WhoMenu } from './who-menu.tsx'
import { deskWords } from './words.ts'

/** Mark, pages, who is here, and the way to the palette. */
export const TopBar = ({ onPalette }: { readonly onPalette: () => void }) => {
  const t = useWords(deskWords)
  const may = useMay()
  return (
    <header className={styles.top}>
      <Link to="/" className={styles.mark}>
        <i aria-hidden="true">{t('mark')}</i>
        {t('name')}
      </Link>
      <nav className={styles.nav} aria-label={t('nav.label')}>
        {pagesFor(may).map(({ to, word }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
            {t(word)}
          </Link>
        ))}
      </nav>
      <div className={styles.who}>
        <WhoMenu />
        <button type="button" onClick={onPalette} title={t('palette.open')}>
          <span className="only-heard">{t('palette.open')}</span>
          <SearchOutlined className={styles.glass ?? ''} aria-hidden="true" />
          <Keys keys="mod+k" />
        </button>
      </div>
    </header>
  )
}
