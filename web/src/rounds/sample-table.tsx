import type { Stratum } from '@luoshi/contract/rounds'
import { InputNumber } from 'antd'
import { useWords } from '../ui/i18n.ts'
import { roundFormWords } from './form-words.ts'
import { percent } from './percent.ts'
import styles from './rounds.module.css'

type Props = {
  readonly strata: readonly Stratum[]
  readonly overall: Stratum
  /** In a column at the side: without the chances. */
  readonly narrow?: boolean
  /** Set where the numbers may be moved. */
  readonly onQuota?: (stratum: string, quota: number) => void
}

/** Each stratum with how many there are, how many are drawn, and what that tells. */
export const SampleTable = ({ strata, overall, narrow = false, onQuota }: Props) => {
  const t = useWords(roundFormWords)
  return (
    <table className={styles.sample}>
      <thead>
        <tr>
          <th scope="col">{t('stratum')}</th>
          <th scope="col">{t('population')}</th>
          <th scope="col">{t('quota')}</th>
          <th scope="col">{t('error')}</th>
          {narrow ? null : <th scope="col">{t('chance')}</th>}
        </tr>
      </thead>
      <tbody>
        {strata.map(stratum => (
          <SampleRow key={stratum.stratum} stratum={stratum} narrow={narrow} onQuota={onQuota} />
        ))}
      </tbody>
      <tfoot>
        <SampleRow stratum={{ ...overall, stratum: t('overall') }} narrow={narrow} />
      </tfoot>
    </table>
  )
}

/** A margin that leaves nothing to say. */
const nothingToSay = 0.5

type RowProps = {
  readonly stratum: Stratum
  readonly narrow: boolean
  readonly onQuota?: ((stratum: string, quota: number) => void) | undefined
}

const SampleRow = ({ stratum: { stratum, population, quota, ...tells }, narrow, onQuota }: RowProps) => {
  const t = useWords(roundFormWords)
  const error =
    quota === 0
      ? t('noSample')
      : quota >= population
        ? t('exact')
        : tells.expectedError >= nothingToSay
          ? t('tooFew')
          : t('errorValue', { value: percent(tells.expectedError) })
  return (
    <tr>
      <th scope="row">{stratum}</th>
      <td>{population}</td>
      <td>
        {onQuota === undefined ? (
          quota
        ) : (
          <InputNumber
            size="small"
            min={0}
            max={population}
            value={quota}
            aria-label={`${stratum} ${t('quota')}`}
            onChange={value => onQuota(stratum, value ?? 0)}
          />
        )}
      </td>
      <td className={quota === 0 ? styles.soft : ''}>{error}</td>
      {narrow ? null : <td>{quota === 0 ? '—' : `${percent(tells.chanceToFind)}%`}</td>}
    </tr>
  )
}
