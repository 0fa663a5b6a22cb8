import type { Item } from '@luoshi/contract/review'
import { Button } from 'antd'
import { useWords } from '../ui/i18n.ts'
import styles from './item-card.module.css'
import { PartyChooser } from './party-chooser.tsx'
import { isOpen, type Party, roleOrder, roleWord, standsFor } from './party-words.ts'
import type { Match } from './use-review.ts'
import { reviewWords } from './words.ts'

type Props = {
  readonly parties: Item['parties']
  readonly canChange: boolean
  readonly onMatch: (name: string, to: Match) => void
}

/** Who is to do it: the names as written, and the units each stands for. */
export const PartyFacts = ({ parties, canChange, onMatch }: Props) => {
  const t = useWords(reviewWords)
  const roles = roleOrder.filter(role => parties.some(party => party.role === role))
  return roles.map(role => (
    <span key={role} className={styles.fact}>
      {roleWord(role, t)}{' '}
      {parties
        .filter(party => party.role === role)
        .map((party, index) => (
          <span key={party.name}>
            {index > 0 && t('comma')}
            <PartyName party={party} canChange={canChange} onMatch={onMatch} />
          </span>
        ))}
    </span>
  ))
}

const PartyName = ({ party, canChange, onMatch }: { party: Party } & Pick<Props, 'canChange' | 'onMatch'>) => {
  const t = useWords(reviewWords)
  const stands = standsFor(party, t)
  const words = (
    <b className={isOpen(party) ? styles.open : undefined} title={party.units.map(({ name }) => name).join(t('comma'))}>
      {party.name}
      {stands && (
        <>
          <span className={styles.arrow}> → </span>
          {stands}
        </>
      )}
    </b>
  )
  if (!canChange) return words
  return (
    <PartyChooser party={party} onMatch={to => onMatch(party.name, to)}>
      <button type="button" className={styles.party} title={t('partyTitle', { name: party.name })}>
        {words}
      </button>
    </PartyChooser>
  )
}

/** A name that the county does not know: asked here, with the likeliest answers one click away. */
export const PartyQuestions = ({ parties, canChange, onMatch }: Props) => {
  const t = useWords(reviewWords)
  const open = parties.filter(isOpen).filter((party, index, all) => all.findIndex(p => p.name === party.name) === index)
  return open.map(party => (
    <p key={party.name} className={styles.question}>
      <span>{t(party.match === 'ask' ? 'partyAsk' : 'partyNone', { name: party.name })}</span>
      {canChange && (
        <span className={styles.answers}>
          {party.candidates.slice(0, 3).map(unit => (
            <Button
              key={unit.id}
              size="small"
              onClick={() => onMatch(party.name, { unitIds: [unit.id], everyKind: null, ignored: false })}
            >
              {unit.name}
            </Button>
          ))}
          <PartyChooser party={party} onMatch={to => onMatch(party.name, to)}>
            <Button size="small">{t('partyChoose')}</Button>
          </PartyChooser>
          <Button
            size="small"
            type="text"
            onClick={() => onMatch(party.name, { unitIds: [], everyKind: null, ignored: true })}
          >
            {t('partyIgnore')}
          </Button>
        </span>
      )}
    </p>
  ))
}
