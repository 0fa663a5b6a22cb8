import { useQuery } from '@tanstack/react-query'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import { casePageWords } from './case-page-words.ts'

type Props = {
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly id?: string
}

/** A unit among those one may see. */
export const UnitChoice = ({ value, onChange, id }: Props) => {
  const t = useWords(casePageWords)
  const { data = [] } = useQuery(orpc.units.list.queryOptions({ input: {}, staleTime: 60_000 }))
  return (
    <UnitSelect
      units={data.filter(({ archived }) => !archived)}
      placeholder={t('unitPlaceholder')}
      onChange={onChange}
      {...(value !== null && { value })}
      {...(id !== undefined && { id })}
    />
  )
}
