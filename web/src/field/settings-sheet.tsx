import { useWords } from '../ui/i18n.ts'
import { changeLook, useLook } from '../ui/look.ts'
import styles from './field.module.css'
import { Sheet } from './sheet.tsx'
import { fieldWords } from './words.ts'

type SettingsSheetProps = { readonly onClose: () => void; readonly onLeave: () => void }

/** How this phone shows things, and the ways out. */
export const SettingsSheet = ({ onClose, onLeave }: SettingsSheetProps) => {
  const t = useWords(fieldWords)
  const { text, tone, language } = useLook()
  return (
    <Sheet title={t('settings')} onClose={onClose}>
      <div className={styles.chips}>
        <button
          type="button"
          className={styles.chip}
          aria-pressed={text === 'large'}
          onClick={() => changeLook({ text: text === 'large' ? 'normal' : 'large' })}
        >
          {t('settings.large')}
        </button>
        {(['system', 'light', 'dark'] as const).map(each => (
          <button
            key={each}
            type="button"
            className={styles.chip}
            aria-pressed={tone === each}
            onClick={() => changeLook({ tone: each })}
          >
            {t(`settings.${each}`)}
          </button>
        ))}
        <button
          type="button"
          className={styles.chip}
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => changeLook({ language: language === 'zh' ? 'en' : 'zh' })}
        >
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </div>
      <div className={styles.two}>
        <a className={styles.plain} href="/today">
          {t('desk')}
        </a>
        <button type="button" className={styles.plain} onClick={onLeave}>
          {t('sign-out')}
        </button>
      </div>
    </Sheet>
  )
}
