import { DownloadOutlined, TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './imports.module.css'
import { importsWords } from './words.ts'

type ChooseSheetProps = { readonly isReading: boolean; readonly onChoose: (file: File) => void }

/** The template, and the place for the filled one. */
export const ChooseSheet = ({ isReading, onChoose }: ChooseSheetProps) => {
  const t = useWords(importsWords)
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList | null): void => {
    const file = files?.[0]
    if (file) onChoose(file)
  }
  return (
    <>
      <p className={styles.soft}>{t('lead')}</p>
      <section>
        <h3>{t('step.template')}</h3>
        <p className={styles.soft}>{t('template.detail')}</p>
        <Button icon={<DownloadOutlined aria-hidden />} href="/api/v1/imports/template.xlsx" download>
          {t('template')}
        </Button>
      </section>
      <section>
        <h3>{t('step.file')}</h3>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way of two; the button is the other */}
        <div
          className={styles.drop}
          onDragOver={event => event.preventDefault()}
          onDrop={event => {
            event.preventDefault()
            take(event.dataTransfer.files)
          }}
        >
          <input
            ref={input}
            type="file"
            hidden
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={event => {
              take(event.target.files)
              event.target.value = ''
            }}
          />
          <Button
            type="primary"
            icon={<TableOutlined aria-hidden />}
            loading={isReading}
            onClick={() => input.current?.click()}
          >
            {isReading ? t('reading') : t('choose')}
          </Button>
          <p className={styles.soft}>{t('drop')}</p>
        </div>
      </section>
    </>
  )
}
