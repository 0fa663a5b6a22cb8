import { useSyncExternalStore } from 'react'
import { paletteOf, type TextSize, type Tone } from './palette.ts'

export type Language = 'zh' | 'en'

/** How this device shows the desk. Kept on the device: the same person may read on a phone and on a projector. */
export type Look = { readonly tone: Tone | 'system'; readonly text: TextSize; readonly language: Language }

const place = 'luoshi.look'
const plain: Look = { tone: 'system', text: 'normal', language: 'zh' }
const listeners = new Set<() => void>()

const stored = (): Look => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    return readLook(kept)
  } catch {
    return plain
  }
}

/** What was kept may come from an older release or from another hand: only known values are taken. */
export const readLook = (kept: unknown): Look => {
  const from = typeof kept === 'object' && kept !== null ? kept : {}
  const pick = <T extends string>(name: string, allowed: readonly T[], otherwise: T): T =>
    allowed.find(value => name in from && Reflect.get(from, name) === value) ?? otherwise
  return {
    tone: pick('tone', ['system', 'light', 'dark'], plain.tone),
    text: pick('text', ['normal', 'large'], plain.text),
    language: pick('language', ['zh', 'en'], plain.language),
  }
}

let look: Look = typeof localStorage === 'undefined' ? plain : stored()

const darkScreen = (): MediaQueryList | null =>
  typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: dark)')

export const toneOf = ({ tone }: Look): Tone => (tone === 'system' ? (darkScreen()?.matches ? 'dark' : 'light') : tone)

export const currentLook = (): Look => look

export const changeLook = (change: Partial<Look>): void => {
  look = { ...look, ...change }
  try {
    localStorage.setItem(place, JSON.stringify(look))
  } catch {
    // A device that keeps nothing still shows the change until the page is left.
  }
  announce()
}

const announce = (): void => {
  paint()
  for (const listener of listeners) listener()
}

/** Puts the colours on the page, where the style sheets find them as `--paper`, `--ink` and so on. */
export const paint = (): void => {
  const root = document.documentElement
  const tone = toneOf(look)
  const palette = paletteOf(tone, look.text)
  for (const [name, colour] of Object.entries(palette)) root.style.setProperty(`--${kebab(name)}`, colour)
  root.dataset.tone = tone
  root.dataset.text = look.text
  root.style.colorScheme = tone
  root.lang = look.language === 'zh' ? 'zh-CN' : 'en'
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', palette.paper)
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

const subscribe = (listener: () => void): (() => void) => {
  const screen = darkScreen()
  listeners.add(listener)
  screen?.addEventListener('change', announce)
  return () => {
    listeners.delete(listener)
    screen?.removeEventListener('change', announce)
  }
}

export const useLook = (): Look => useSyncExternalStore(subscribe, currentLook)

/** The tone on screen now, with "as the system" settled. */
export const useTone = (): Tone => useSyncExternalStore(subscribe, () => toneOf(look))
