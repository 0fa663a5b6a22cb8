import { sampleTells } from '@luoshi/rules/sample-tells'
import { sampleSize } from '@luoshi/rules/sampling'
import { Button, InputNumber, Slider } from 'antd'
import { useWords } from '../ui/i18n.ts'
import type { Draft } from './draft.ts'
import { roundFormWords } from './form-words.ts'
import styles from './rounds.module.css'
import { SampleTable } from './sample-table.tsx'
import { WhatItTells } from './what-it-tells.tsx'

type Props = {
  readonly draft: Draft
  readonly sizes: Readonly<Record<string, number>>
  readonly quotas: Readonly<Record<string, number>>
  readonly onChange: (change: Partial<Draft>) => void
}

const margins = [0.05, 0.1, 0.15, 0.2] as const

/** How many points, of which strata; what that tells is said again at each move. */
export const SamplePart = ({ draft, sizes, quotas, onChange }: Props) => {
  const t = useWords(roundFormWords)
  const { strata, overall } = sampleTells(sizes, quotas)
  const { population, quota } = overall
  const least = Object.values(sizes).filter(size => size > 0).length
  const toTotal = (total: number) => onChange({ total, quotas: null })
  return (
    <div className={styles.samplePart}>
      <div className={styles.total}>
        <label htmlFor="round-total">{t('total')}</label>
        <Slider
          min={Math.min(least, population)}
          max={population}
          value={quota}
          onChange={toTotal}
          tooltip={{ open: false }}
          ariaLabelForHandle={t('total')}
        />
        <InputNumber
          id="round-total"
          min={1}
          max={population}
          value={quota}
          onChange={value => value !== null && toTotal(value)}
        />
      </div>
      <div className={styles.margins}>
        <span className={styles.soft}>{t('byMargin')}</span>
        {margins.map(margin => (
          <Button key={margin} size="small" onClick={() => toTotal(sampleSize(population, margin))}>
            {t('margin', { value: margin * 100 })}
          </Button>
        ))}
        <Button size="small" onClick={() => toTotal(population)}>
          {t('all')}
        </Button>
      </div>
      <WhatItTells strata={strata} overall={overall} />
      <SampleTable
        strata={strata}
        overall={overall}
        onQuota={(stratum, value) => onChange({ quotas: { ...quotas, [stratum]: value }, total: draft.total })}
      />
    </div>
  )
}
