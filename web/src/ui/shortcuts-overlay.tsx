import { Modal } from 'antd'
import { Fragment } from 'react'
import { useWords } from './i18n.ts'
import { Keys } from './keys.tsx'
import { useAllShortcuts } from './shortcuts.ts'
import styles from './shortcuts-overlay.module.css'
import { uiWords } from './words.ts'

type Props = { readonly open: boolean; readonly onClose: () => void }

/** What can be done from the keyboard on this page. */
export const ShortcutsOverlay = ({ open, onClose }: Props) => {
  const t = useWords(uiWords)
  const groups = Object.groupBy(useAllShortcuts(), shortcut => shortcut.group)
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('keys.title')} width={680}>
      <div className={styles.groups}>
        {Object.entries(groups).map(([group, shortcuts = []]) => (
          <section key={group} className={styles.group}>
            <h3>{group}</h3>
            <dl>
              {shortcuts.map(({ keys, label }) => (
                <Fragment key={keys}>
                  <dt>{label}</dt>
                  <dd>
                    <Keys keys={keys} then={t('keys.then')} />
                  </dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
