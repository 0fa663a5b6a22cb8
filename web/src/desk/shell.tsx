import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { useKeyboard } from '../ui/shortcuts.ts'
import { ShortcutsOverlay } from '../ui/shortcuts-overlay.tsx'
import { uiWords } from '../ui/words.ts'
import { CommandPalette } from './command-palette.tsx'
import { FirstPassword } from './first-password.tsx'
import { FootBar } from './foot-bar.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'
import { useDeskCommands } from './use-desk-commands.ts'

type Cover = 'palette' | 'keys' | null

/** What stays while pages come and go: the bar, the palette, the keyboard. */
export const Shell = () => {
  const t = useWords(uiWords)
  const { passwordDue } = useMe()
  const [cover, setCover] = useState<Cover>(null)
  useKeyboard()
  useDeskCommands({ openPalette: () => setCover('palette'), openKeys: () => setCover('keys') })
  return (
    <div className={styles.desk}>
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      <TopBar onPalette={() => setCover('palette')} />
      <main id="main" tabIndex={-1} className={styles.main}>
        {passwordDue ? <FirstPassword /> : <Outlet />}
      </main>
      <FootBar />
      {cover === 'palette' ? <CommandPalette onClose={() => setCover(null)} /> : null}
      <ShortcutsOverlay open={cover === 'keys'} onClose={() => setCover(null)} />
    </div>
  )
}
