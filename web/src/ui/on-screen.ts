import { useEffect, useRef, useSyncExternalStore } from 'react'

/**
 * A register of what the components on screen offer, each for as long as it is there; the last to come stands last. `nameOf` says
 * when an offer has become another one: what it does may change without anybody being told.
 */
export const onScreen = <T>(nameOf: (offer: T) => string) => {
  let entries: readonly { readonly current: readonly T[] }[] = []
  let snapshot: readonly T[] = []
  const listeners = new Set<() => void>()

  const all = (): readonly T[] => entries.flatMap(entry => entry.current)
  const announce = (): void => {
    snapshot = all()
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  const useOffer = (offers: readonly T[]): void => {
    const entry = useRef(offers)
    entry.current = offers
    const names = offers.map(nameOf).join('|')
    // biome-ignore lint/correctness/useExhaustiveDependencies: who reads the register is told when the names change
    useEffect(() => {
      entries = [...entries, entry]
      announce()
      return () => {
        entries = entries.filter(other => other !== entry)
        announce()
      }
    }, [names])
  }
  const useAll = (): readonly T[] => useSyncExternalStore(subscribe, () => snapshot)

  return { useOffer, useAll, all }
}
