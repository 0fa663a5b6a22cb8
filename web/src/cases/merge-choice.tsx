import { useQuery } from '@tanstack/react-query'
import { Radio } from 'antd'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import styles from './case.module.css'
import { casePageWords } from './case-page-words.ts'

type Props = { readonly id: string; readonly value: string | null; readonly onChange: (id: string) => void }

/** The open cases that may be the same, to choose one. */
export const MergeChoice = ({ id, value, onChange }: Props) => {
  const t = useWords(casePageWords)
  const { data } = useQuery(orpc.cases.alike.queryOptions({ input: { id } }))
  if (data?.length === 0) return <p className={styles.soft}>{t('mergeNone')}</p>
  return (
    <Radio.Group className={styles.alike ?? ''} value={value} onChange={event => onChange(event.target.value)}>
      {(data ?? []).map(one => (
        <Radio key={one.id} value={one.id}>
          {one.title}{' '}
          <small>{[one.number, one.point?.name, one.place, one.unit.name].filter(Boolean).join(' · ')}</small>
        </Radio>
      ))}
    </Radio.Group>
  )
}
