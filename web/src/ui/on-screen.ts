import { useEffect, useRef, useSyncExternalStore } from 'react'

type Entry<T> = { readonly current: readonly T[] }

/** What the components on screen offer, each for as long as it is there; the last to come stands last. */
export type Register<T> = {
  /** When an offer has become another one; what it does may change without anybody being told. */
  readonly nameOf: (offer: T) => string
  readonly all: () => readonly T[]
  /** Answers what takes it out again. */
  readonly put: (entry: Entry<T>) => () => void
  readonly subscribe: (told: () => void) => () => void
  readonly shown: () => readonly T[]
}

export const registerBy = <T>(nameOf: (offer: T) => string): Register<T> => {
  let entries: readonly Entry<T>[] = []
  let shown: readonly T[] = []
  const listeners = new Set<() => void>()
  const all = (): readonly T[] => entries.flatMap(entry => entry.current)
  const become = (next: readonly Entry<T>[]): void => {
    entries = next
    shown = all()
    for (const told of listeners) told()
  }
  return {
    nameOf,
    all,
    put: entry => {
      become([...entries, entry])
      return () => become(entries.filter(other => other !== entry))
    },
    subscribe: told => {
      listeners.add(told)
      return () => listeners.delete(told)
    },
    shown: () => shown,
  }
}

/** Offers while the component is on screen. */
export const useOffer = <T>(register: Register<T>, offers: readonly T[]): void => {
  const entry = useRef(offers)
  entry.current = offers
  const names = offers.map(register.nameOf).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: who reads the register is told when the names change
  useEffect(() => register.put(entry), [register, names])
}

export const useOffered = <T>(register: Register<T>): readonly T[] =>
  useSyncExternalStore(register.subscribe, register.shown)
