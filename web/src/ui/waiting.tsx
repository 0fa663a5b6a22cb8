import { Skeleton } from 'antd'
import { useWords } from './i18n.ts'
import { uiWords } from './words.ts'

/** While a page's first answer is under way. */
export const Waiting = ({ rows = 6 }: { readonly rows?: number }) => {
  const t = useWords(uiWords)
  return (
    <div role="status">
      <span className="only-heard">{t('loading')}</span>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  )
}
