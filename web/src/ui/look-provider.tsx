import { App, ConfigProvider } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, useEffect, useMemo } from 'react'
import { speak } from './i18n.ts'
import { useLook, useTone } from './look.ts'
import { themeOf } from './theme.ts'
import { useCalm } from './use-calm.ts'
import { useNarrow } from './use-narrow.ts'

/** Everything under it looks and speaks as this device is set. */
export const LookProvider = ({ children }: { readonly children: ReactNode }) => {
  const { text, language } = useLook()
  const tone = useTone()
  const isNarrow = useNarrow()
  const isCalm = useCalm()
  const theme = useMemo(() => themeOf(tone, text, { isNarrow, isCalm }), [tone, text, isNarrow, isCalm])
  useEffect(() => {
    speak(language)
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  }, [language])
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zh : en}
      button={{ autoInsertSpace: false }}
      modal={{ styles: { title: { paddingInlineEnd: 36 } } }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  )
}
