import { useEffect, useRef, useState } from 'react'

type TypedSearch = {
  readonly text: string
  readonly change: (text: string) => void
  readonly composing: () => void
  readonly composed: (text: string) => void
}

/** Waits until typing rests, and until an input method has put its characters together, before it searches. */
export const useTypedSearch = (search: string, onSearch: (search: string) => void): TypedSearch => {
  const [text, setText] = useState(search)
  const isComposing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => setText(search), [search])
  useEffect(() => () => clearTimeout(timer.current), [])
  const later = (next: string): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSearch(next.trim()), next === '' ? 0 : 250)
  }
  return {
    text,
    change: next => {
      setText(next)
      if (!isComposing.current) later(next)
    },
    composing: () => {
      isComposing.current = true
    },
    composed: next => {
      isComposing.current = false
      later(next)
    },
  }
}
