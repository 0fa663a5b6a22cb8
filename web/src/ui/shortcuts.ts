import { useEffect } from 'react'
import { registerBy, useOffer, useOffered } from './on-screen.ts'

/** A key or two in a row (`j`, `g t`, `?`, `mod+k`), what it does, and in which group the overview shows it. */
export type Shortcut = {
  readonly keys: string
  readonly label: string
  readonly group: string
  readonly run: () => void
}

const register = registerBy<Shortcut>(({ keys, label }) => `${keys}:${label}`)

/** Listens while the component is on screen. What was added last is asked first, so that a page may take a key over. */
export const useShortcuts = (shortcuts: readonly Shortcut[]): void => useOffer(register, shortcuts)

/** Every shortcut there is now, for the overview. */
export const useAllShortcuts = (): readonly Shortcut[] => useOffered(register)

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** `mod+k` for Ctrl or Cmd, else the key as typed; a letter held with Alt is nobody's. */
export const keyName = ({ key, ctrlKey, metaKey, altKey }: Pressed): string | null => {
  if (altKey) return null
  if (ctrlKey || metaKey) return `mod+${key.toLowerCase()}`
  return key
}

/** Which shortcut a key completes, given the key before it. */
export const matching = (
  shortcuts: readonly Shortcut[],
  before: string | null,
  name: string,
): Shortcut | 'begun' | null => {
  const last = shortcuts.toReversed()
  const pair = before === null ? undefined : last.find(({ keys }) => keys === `${before} ${name}`)
  if (pair) return pair
  const single = last.find(({ keys }) => keys === name)
  if (single) return single
  return last.some(({ keys }) => keys.startsWith(`${name} `)) ? 'begun' : null
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** A control under the focus keeps the keys that work it. */
const worksControl = (target: EventTarget | null, key: string): boolean =>
  target instanceof HTMLElement &&
  (key === 'Enter' || key === ' ') &&
  target.closest('a[href], button, summary, [role=button], [role=tab], [role=option], [role=menuitem]') !== null

/** A dialog keeps the keys while it is open; one that was closed may still stand hidden in the page. */
const isCovered = (): boolean =>
  [...document.querySelectorAll('[role=dialog][aria-modal=true], dialog[open]')].some(dialog =>
    dialog.checkVisibility(),
  )

/** The one listener of the page; called once by the shell. */
export const useKeyboard = (): void => {
  useEffect(() => {
    let before: string | null = null
    let since = 0
    const press = (event: KeyboardEvent): void => {
      const name = keyName(event)
      if (name === null || event.isComposing || event.defaultPrevented) return
      const withMod = name.startsWith('mod+')
      if (!withMod && (isTyping(event.target) || worksControl(event.target, event.key) || isCovered())) return
      const found = matching(register.all(), event.timeStamp - since < 1200 ? before : null, name)
      before = found === 'begun' ? name : null
      since = event.timeStamp
      if (found === null || found === 'begun') return
      event.preventDefault()
      found.run()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
