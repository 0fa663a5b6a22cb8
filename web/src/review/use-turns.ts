import { useMemo, useRef, useState } from 'react'
import { did, doAgain, emptyHistory, forget, type Step, type Turn, takeBack } from './history.ts'

/** What was done at this desk, to be taken back and done again by `play`. */
export const useTurns = (play: (turn: Turn) => void) => {
  const [history, setHistory] = useState(emptyHistory)
  const latest = useRef({ history, play })
  latest.current = { history, play }
  return useMemo(() => {
    const go = (moved: ReturnType<typeof takeBack>): Turn | null => {
      if (!moved) return null
      latest.current.play(moved.turn)
      setHistory(moved.history)
      return moved.turn
    }
    return {
      record: (what: string, steps: readonly Step[]): void => setHistory(before => did(before, { what, steps })),
      forget: (ids: ReadonlySet<string>): void => setHistory(before => forget(before, ids)),
      undo: (): Turn | null => go(takeBack(latest.current.history)),
      redo: (): Turn | null => go(doAgain(latest.current.history)),
      canUndo: history.past.length > 0,
    }
  }, [history])
}
