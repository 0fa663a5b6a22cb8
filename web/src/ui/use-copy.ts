import { useWords } from './i18n.ts'
import { useNotify } from './use-notify.ts'
import { uiWords } from './words.ts'

/** Puts a text on the clipboard and says so; also on pages that came without TLS, where browsers offer no clipboard. */
export const useCopy = (): ((text: string) => void) => {
  const t = useWords(uiWords)
  const notify = useNotify()
  return text => {
    const clipboard: Clipboard | undefined = navigator.clipboard
    const copied = clipboard === undefined ? copyBySelection(text) : clipboard.writeText(text)
    copied.then(() => notify.done(t('copied')), notify.refused)
  }
}

const copyBySelection = async (text: string): Promise<void> => {
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (!isCopied) throw new Error('The browser copies nothing')
}
