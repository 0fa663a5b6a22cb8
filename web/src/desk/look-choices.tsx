import { Segmented } from 'antd'
import { useWords } from '../ui/i18n.ts'
import { changeLook, type Look, useLook } from '../ui/look.ts'
import { deskWords } from './words.ts'

/** Light or dark, size of text, language: for this device. */
export const LookChoices = () => {
  const t = useWords(deskWords)
  const { tone, text, language } = useLook()
  return (
    <dl>
      <div>
        <dt>{t('look.tone')}</dt>
        <dd>
          <Segmented<Look['tone']>
            block
            aria-label={t('look.tone')}
            value={tone}
            onChange={value => changeLook({ tone: value })}
            options={[
              { value: 'system', label: t('look.system') },
              { value: 'light', label: t('look.light') },
              { value: 'dark', label: t('look.dark') },
            ]}
          />
        </dd>
      </div>
      <div>
        <dt>{t('look.text')}</dt>
        <dd>
          <Segmented<Look['text']>
            block
            aria-label={t('look.text')}
            value={text}
            onChange={value => changeLook({ text: value })}
            options={[
              { value: 'normal', label: t('look.normal') },
              { value: 'large', label: t('look.large') },
            ]}
          />
        </dd>
      </div>
      <div>
        <dt>{t('look.language')}</dt>
        <dd>
          <Segmented<Look['language']>
            block
            aria-label={t('look.language')}
            value={language}
            onChange={value => changeLook({ language: value })}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </dd>
      </div>
    </dl>
  )
}
