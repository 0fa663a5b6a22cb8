import type { Item } from '@luoshi/contract/review'
import { doubtWords } from '@luoshi/plan-compiler/3-extract/doubts/doubt-words'
import { taskParts } from '@luoshi/rules/task-name'
import { Button } from 'antd'
import { memo } from 'react'
import { useWords } from '../ui/i18n.ts'
import { useLook } from '../ui/look.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import styles from './item-card.module.css'
import { ItemForm } from './item-form.tsx'
import { factsOf, headlineOf } from './item-words.ts'
import { PartyFacts, PartyQuestions } from './party-lines.tsx'
import type { Conflict } from './use-item-saving.ts'
import type { Match } from './use-review.ts'
import { waitingFor } from './waiting.ts'
import { reviewWords } from './words.ts'

/** What may be done to an item from its card. The same object for every card, so that a card redraws only for its own sake. */
export type CardActs = {
  readonly choose: (id: string) => void
  readonly hover: (id: string | null) => void
  readonly setState: (id: string, state: Item['state']) => void
  readonly edit: (id: string | null) => void
  readonly save: (id: string, content: Record<string, unknown>, opened: number) => void
  readonly match: (name: string, to: Match) => void
  readonly endConflict: (id: string, redo: boolean) => void
}

type Props = {
  readonly item: Item
  readonly place: string
  /** Where in the file that was handed in: `第3页第5段`. */
  readonly source: string
  readonly chosen: boolean
  readonly hovered: boolean
  readonly editing: boolean
  readonly conflict: Conflict | undefined
  readonly canChange: boolean
  readonly names: readonly string[]
  readonly acts: CardActs
}

/** One thing that was read from the plan, to be confirmed, mended or left out. */
export const ItemCard = memo((props: Props) => {
  const t = useWords(reviewWords)
  const { item, place, source, chosen, hovered, editing, conflict, canChange, names, acts } = props
  const { language } = useLook()
  const waiting = waitingFor(item)
  const { head, rest } = taskParts(headlineOf(item, t))
  const classes = [
    styles.card,
    chosen && styles.chosen,
    hovered && styles.hovered,
    item.state === 'rejected' && styles.gone,
  ]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j and k choose, as the foot of the list says
    // biome-ignore lint/a11y/noStaticElementInteractions: likewise
    <section
      className={classes.filter(Boolean).join(' ')}
      aria-current={chosen}
      onClick={() => acts.choose(item.id)}
      onMouseEnter={() => acts.hover(item.id)}
      onMouseLeave={() => acts.hover(null)}
    >
      <StateMark item={item} />
      <h3 className={styles.head}>{head}</h3>
      <span className={styles.place} title={source}>
        {item.origin === 'added' ? t('added') : item.edited ? t('edited') : ''} {place}
        {chosen && source !== '' && <small>{source}</small>}
      </span>
      {!editing && rest !== '' && <p className={styles.rest}>{rest}</p>}
      {!editing && <Facts {...props} />}
      {item.state === 'rejected' && item.updatedBy === null && <p className={styles.question}>{t('rejectedBefore')}</p>}
      {waiting === 'unsure' && <p className={styles.question}>{t('unsure')}</p>}
      {item.doubt !== null && item.state === 'proposed' && (
        <p className={styles.question}>{doubtWords(item.doubt, language)}</p>
      )}
      <PartyQuestions parties={item.parties} canChange={canChange} onMatch={acts.match} />
      {conflict && <ConflictNotice item={item} conflict={conflict} onEnd={redo => acts.endConflict(item.id, redo)} />}
      {editing && (
        <ItemForm
          item={item}
          names={names}
          onSave={(content, opened) => acts.save(item.id, content, opened)}
          onCancel={() => acts.edit(null)}
        />
      )}
      {chosen && canChange && !editing && <Acts item={item} acts={acts} />}
    </section>
  )
})

const Facts = ({ item, canChange, acts }: Props) => {
  const t = useWords(reviewWords)
  const facts = factsOf(item, t)
  const named = item.kind === 'task' || item.kind === 'duty'
  if (facts.length === 0 && !named) return null
  return (
    <p className={styles.facts}>
      {named && <PartyFacts parties={item.parties} canChange={canChange} onMatch={acts.match} />}
      {facts.map(({ label, value, missing }) => (
        <span key={label} className={value.length < 16 ? `${styles.fact} ${styles.whole}` : styles.fact}>
          {label} <b className={missing ? styles.missing : undefined}>{value}</b>
        </span>
      ))}
    </p>
  )
}

const signs = { proposed: '○', confirmed: '✓', rejected: '✕' } as const

const StateMark = ({ item }: { readonly item: Item }) => {
  const t = useWords(reviewWords)
  const waits = waitingFor(item) !== null
  const word = waits ? t('waiting') : t(`state_${item.state}`)
  return (
    <span className={`${styles.mark} ${waits ? styles.waits : styles[item.state]}`} title={word}>
      <span aria-hidden>{waits ? '?' : signs[item.state]}</span>
      <span className="only-heard">{word}</span>
    </span>
  )
}

const Acts = ({ item, acts }: { readonly item: Item; readonly acts: CardActs }) => {
  const t = useWords(reviewWords)
  const to = (state: Item['state']) => () => acts.setState(item.id, state)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are the controls
    // biome-ignore lint/a11y/useKeyWithClickEvents: likewise
    <div className={styles.acts} onClick={event => event.stopPropagation()}>
      {item.state === 'proposed' && (
        <Button type="primary" size="small" onClick={to('confirmed')}>
          {t('confirm')} <kbd>Enter</kbd>
        </Button>
      )}
      {item.state === 'rejected' ? (
        <Button size="small" onClick={to('proposed')}>
          {t('restore')} <kbd>x</kbd>
        </Button>
      ) : (
        <>
          <Button size="small" onClick={() => acts.edit(item.id)}>
            {t('edit')} <kbd>e</kbd>
          </Button>
          <Button size="small" onClick={to('rejected')}>
            {t('reject')} <kbd>x</kbd>
          </Button>
        </>
      )}
      {item.state === 'confirmed' && (
        <Button size="small" type="text" onClick={to('proposed')}>
          {t('reopen')}
        </Button>
      )}
    </div>
  )
}
