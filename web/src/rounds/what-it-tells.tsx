import type { Stratum } from '@luoshi/contract/rounds'
import { useWords } from '../ui/i18n.ts'
import { roundFormWords } from './form-words.ts'
import { percent } from './percent.ts'
import styles from './rounds.module.css'

/** A margin beyond which strata are not to be told apart. */
const tooWide = 0.2
const few = 3

/** In sentences, what a sample can and what it cannot tell. */
export const WhatItTells = ({
  strata,
  overall,
}: {
  readonly strata: readonly Stratum[]
  readonly overall: Stratum
}) => {
  const t = useWords(roundFormWords)
  const isCensus = overall.quota >= overall.population
  const names = (some: readonly Stratum[]): string =>
    some
      .slice(0, few)
      .map(({ stratum }) => stratum)
      .join('、') + (some.length > few ? t('tellFew', { count: some.length }) : '')
  const left = strata.filter(({ quota, population }) => quota === 0 && population > 0)
  const wide = strata.filter(({ quota, expectedError }) => quota > 0 && expectedError >= tooWide)
  return (
    <div className={styles.tells} aria-live="polite">
      <h3>{t('canTell')}</h3>
      <ul>
        <li>{isCensus ? t('tellCensus') : t('tellOverall', { error: percent(overall.expectedError) })}</li>
        {isCensus ? null : <li>{t('tellFind', { chance: percent(overall.chanceToFind) })}</li>}
      </ul>
      {isCensus ? null : (
        <>
          <h3>{t('cannotTell')}</h3>
          <ul>
            {wide.length > 0 ? <li>{t('tellRank', { strata: names(wide) })}</li> : null}
            {left.length > 0 ? <li>{t('tellNothing', { strata: names(left) })}</li> : null}
            <li>{t('tellHalf')}</li>
          </ul>
        </>
      )}
    </div>
  )
}
