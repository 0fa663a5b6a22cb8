import { utf8 } from './bytes.ts'
import { sha256 } from './sha256.ts'

export type DrawStream = {
  /** A whole number from 0 up to but not with `below`, each as likely. */
  readonly next: (below: number) => number
  /** A copy in an order of which each is as likely (Fisher–Yates). */
  readonly shuffle: <T>(items: readonly T[]) => T[]
}

/**
 * Numbers that look like chance and that anyone with the secret can make again: SHA-256 over secret, purpose and a counter, 32
 * bits at a time. Numbers that would favour the small are thrown away.
 */
export const drawStream = (secret: string, purpose: string): DrawStream => {
  let counter = 0
  let words: number[] = []

  const word = (): number => {
    if (words.length === 0) {
      const digest = new DataView(
        sha256(utf8(`luoshi.draw/1 stream\n${secret}\n${purpose}\n${counter}`)).slice().buffer,
      )
      words = Array.from({ length: 8 }, (_, index) => digest.getUint32(index * 4))
      counter += 1
    }
    return words.shift() ?? 0
  }

  const next = (below: number): number => {
    const fair = 2 ** 32 - (2 ** 32 % below)
    for (;;) {
      const candidate = word()
      if (candidate < fair) return candidate % below
    }
  }

  const shuffle = <T>(items: readonly T[]): T[] => {
    const shuffled = [...items]
    for (let index = shuffled.length - 1; index > 0; index -= 1) {
      const other = next(index + 1)
      const [here, there] = [shuffled[index] as T, shuffled[other] as T] // both indices lie within the list
      shuffled[index] = there
      shuffled[other] = here
    }
    return shuffled
  }

  return { next, shuffle }
}
