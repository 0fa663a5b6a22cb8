import { useWords } from '../ui/i18n.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import type { Notify } from '../ui/use-notify.ts'
import type { CardActs } from './item-card.tsx'
import type { ReadingPlace } from './use-reading-place.ts'
import type { ReviewDesk } from './use-review.ts'
import { reviewWords } from './words.ts'

type Reviewing = {
  readonly desk: ReviewDesk
  readonly place: ReadingPlace
  readonly cardActs: CardActs
  readonly canChange: boolean
  readonly notify: Notify
  readonly edit: (id: string | null) => void
  readonly close: () => void
}

/** The whole review without a mouse. */
export const useReviewKeys = ({ desk, place, cardActs, canChange, notify, edit, close }: Reviewing): void => {
  const t = useWords(reviewWords)
  const group = t('items')
  const chosen = place.chosen
  const changing = (run: (id: string) => void) => () => {
    if (canChange && chosen !== null) run(chosen)
  }
  const back = () => {
    const turn = canChange ? desk.undo() : null
    const first = turn?.steps[0]
    if (first?.on === 'item') place.goTo(desk.shown.item(first.id))
    notify.done(turn === null ? t('nothingToUndo') : t('undone', { what: turn.what }))
  }
  useShortcuts([
    { keys: 'j', label: t('key_move'), group, run: moving(() => place.step(1)) },
    { keys: 'k', label: t('key_move'), group, run: moving(() => place.step(-1)) },
    { keys: 'Enter', label: t('key_confirm'), group, run: changing(id => cardActs.setState(id, 'confirmed')) },
    { keys: 'e', label: t('key_edit'), group, run: changing(edit) },
    {
      keys: 'x',
      label: t('key_reject'),
      group,
      run: changing(id => cardActs.setState(id, desk.shown.item(id)?.state === 'rejected' ? 'proposed' : 'rejected')),
    },
    { keys: 'u', label: t('key_undo'), group, run: back },
    { keys: 'U', label: t('key_redo'), group, run: () => void (canChange && desk.redo()) },
    {
      keys: 'n',
      label: t('key_next'),
      group,
      run: moving(() => {
        if (!place.nextWaiting()) notify.done(t('nothingWaits'))
      }),
    },
    { keys: '[', label: t('key_tabs'), group, run: () => place.shiftKind(-1) },
    { keys: ']', label: t('key_tabs'), group, run: () => place.shiftKind(1) },
    { keys: 'Escape', label: t('key_close'), group, run: close },
  ])
}

/** Whoever moves among the items has left the tab that was clicked: Enter is for the item then. */
const moving = (run: () => void) => () => {
  const { activeElement } = document
  if (activeElement instanceof HTMLElement && activeElement.role === 'tab') activeElement.blur()
  run()
}
