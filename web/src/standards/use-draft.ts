import type { StandardDetail } from '@luoshi/contract/standards'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api, orpc } from '../ui/api.ts'
import { codeOf } from '../ui/problem.ts'
import { type History, historyOf, redone, undone, written } from './draft-history.ts'
import { type Content, unready } from './sheet.ts'

export type Saving =
  | { readonly kind: 'saved' | 'waiting' | 'now' | 'stale' }
  | { readonly kind: 'failed'; readonly problem: unknown }
  | { readonly kind: 'unready'; readonly count: number }

type Written = { readonly title: string; readonly pointType: string; readonly content: Content }

const PAUSE_MS = 900

const writtenOf = ({ title, pointType, content }: StandardDetail): Written => ({
  ...{ title, pointType },
  content: content.map(({ sentence: _, ...one }) => one),
})

/** The draft on the screen: written with undo, and saved whenever its writer pauses. */
export const useDraft = (standard: StandardDetail) => {
  const queryClient = useQueryClient()
  const [names, setNames] = useState({ title: standard.title, pointType: standard.pointType })
  const [history, setHistory] = useState<History>(() => historyOf(writtenOf(standard).content))
  const [saving, setSaving] = useState<Saving>({ kind: 'saved' })
  const version = useRef(standard.version)
  const saved = useRef(JSON.stringify(writtenOf(standard)))
  const turn = useRef<Promise<void>>(Promise.resolve())
  const wanted: Written = { ...names, content: history.now }
  const latest = useRef(wanted)
  latest.current = wanted
  const { id } = standard

  const save = useCallback(async (): Promise<void> => {
    const now = latest.current
    const text = JSON.stringify(now)
    const lacking = unready(now.content).length + (now.title.trim().length < 2 || now.pointType.trim() === '' ? 1 : 0)
    if (text === saved.current) return setSaving({ kind: 'saved' })
    if (lacking > 0) return setSaving({ kind: 'unready', count: lacking })
    setSaving({ kind: 'now' })
    try {
      const detail = await api.standards.save({ id, version: version.current, ...now, content: [...now.content] })
      version.current = detail.version
      saved.current = text
      queryClient.setQueryData(orpc.standards.get.queryOptions({ input: { id, number: undefined } }).queryKey, detail)
      setSaving({ kind: JSON.stringify(latest.current) === text ? 'saved' : 'waiting' })
    } catch (error) {
      setSaving(codeOf(error) === 'version-stale' ? { kind: 'stale' } : { kind: 'failed', problem: error })
    }
  }, [id, queryClient])

  /** One after another, so that a save never overtakes the one before it. */
  const flush = useCallback((): Promise<void> => {
    turn.current = turn.current.then(save)
    return turn.current
  }, [save])

  const text = JSON.stringify(wanted)
  // biome-ignore lint/correctness/useExhaustiveDependencies: saved when what is written differs, not when a save ends
  useEffect(() => {
    if (saving.kind === 'stale') return
    // What was undone back to what is kept needs no saving.
    setSaving({ kind: text === saved.current ? 'saved' : 'waiting' })
  }, [text])

  useEffect(() => {
    if (saving.kind !== 'waiting') return
    const timer = setTimeout(() => void flush(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [saving, flush])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (JSON.stringify(latest.current) !== saved.current) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => {
      removeEventListener('beforeunload', warn)
      void flush()
    }
  }, [flush])

  const settleStale = async (keep: 'mine' | 'theirs'): Promise<void> => {
    const theirs = await api.standards.get({ id })
    version.current = theirs.version
    saved.current = JSON.stringify(writtenOf(theirs))
    setSaving({ kind: 'waiting' })
    if (keep === 'mine') return flush()
    const { title, pointType, content } = writtenOf(theirs)
    setNames({ title, pointType })
    setHistory(historyOf(content))
    setSaving({ kind: 'saved' })
  }

  return {
    ...{ names, setNames, saving, flush, settleStale },
    content: history.now,
    mayUndo: history.before.length > 0,
    mayRedo: history.after.length > 0,
    write: (next: Content, at: string | null = null) => setHistory(before => written(before, next, at)),
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
  }
}

export type Draft = ReturnType<typeof useDraft>
