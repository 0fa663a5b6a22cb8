import { Select } from 'antd'
import { useWords } from '../ui/i18n.ts'
import { resultsWords } from './words.ts'

type DaysChoiceProps = { readonly days: number; readonly onDays: (days: number) => void }

export const DaysChoice = ({ days, onDays }: DaysChoiceProps) => {
  const t = useWords(resultsWords)
  return (
    <Select
      aria-label={t('window.label')}
      value={days}
      onChange={onDays}
      options={[7, 30, 90, 365].map(count => ({ value: count, label: t('days', { count }) }))}
    />
  )
}
