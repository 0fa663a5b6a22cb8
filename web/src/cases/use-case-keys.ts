import type { CaseRow } from '@luoshi/contract/cases'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { offers } from '../ui/session.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import { caseWords } from './words.ts'

type Wanted = {
  readonly rows: readonly CaseRow[]
  readonly choose: (id: string) => void
  readonly turn: () => void
}

/** The list without a mouse: j and k move, Enter opens, x chooses, a s r c open the case with that step begun. */
export const useCaseKeys = ({ rows, choose, turn }: Wanted): string | null => {
  const t = useWords(caseWords)
  const navigate = useNavigate()
  const [current, setCurrent] = useState<string | null>(null)
  const at = rows.findIndex(({ id }) => id === current)
  const row = rows[at]
  const group = t('title')
  const move = (by: number) => () => {
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    if (next) setCurrent(next.id)
  }
  const open = (act?: string) => () => {
    if (row) void navigate({ to: '/cases/$caseId', params: { caseId: row.id }, search: act ? { act } : {} })
  }
  useShortcuts([
    { keys: 'j', label: t('key_move'), group, run: move(1) },
    { keys: 'k', label: t('key_move'), group, run: move(-1) },
    { keys: 'Enter', label: t('key_open'), group, run: open() },
    { keys: 'x', label: t('key_choose'), group, run: () => row && choose(row.id) },
    {
      keys: 'a',
      label: t('key_accept'),
      group,
      run: () => row && open(offers(row, 'case.accept') ? 'accept' : 'assign')(),
    },
    { keys: 's', label: t('key_submit'), group, run: open('submit') },
    { keys: 'r', label: t('key_recheck'), group, run: open('pass') },
    { keys: 'c', label: t('key_close'), group, run: open('close') },
    { keys: 'v', label: t('key_board'), group, run: turn },
    { keys: 'n', label: t('key_new'), group, run: () => void navigate({ to: '/cases/new' }) },
  ])
  return current
}
