import { useEffect } from 'react'

/** The name of the page in the tab, the history and the screen reader. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · 落实`
  }, [title])
}
