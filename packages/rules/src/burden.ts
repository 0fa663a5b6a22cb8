/** What a unit can be asked for. `again`: something handed in that came back. */
export const askedKinds = ['assignment', 'occurrence', 'case', 'notice', 'again'] as const

export type AskedKind = (typeof askedKinds)[number]

/** What the screens take, counted on those of the sample county by going through them once: no person was timed. */
type Handling = {
  readonly decisions: number
  readonly taps: number
  readonly characters: number
  readonly photos: number
}

const handlings: Readonly<Record<AskedKind, Handling>> = {
  // Read and accept; later open, say what was done, add a photo, hand in.
  assignment: { decisions: 3, taps: 9, characters: 30, photos: 1 },
  // Open from Today, say a word, record.
  occurrence: { decisions: 1, taps: 4, characters: 8, photos: 0 },
  // Read, accept, mend (not counted here), photo before and after, hand in.
  case: { decisions: 3, taps: 8, characters: 20, photos: 1 },
  // Read and acknowledge.
  notice: { decisions: 1, taps: 3, characters: 0, photos: 0 },
  // Read why, add to it, hand in once more.
  again: { decisions: 2, taps: 5, characters: 15, photos: 1 },
}

/**
 * Seconds for one of each, after the keystroke-level model (Card, Moran, Newell 1980) for a phone: a decision 1.35 s and the reading
 * it takes, a tap 1.1 s; a Chinese character by pinyin about 0.8 s; a photo with looking at it 8 s.
 */
const seconds = { decision: 12, tap: 1.1, character: 0.8, photo: 8 } as const

/** Minutes that the screens take for one thing asked; the work itself is not in it. */
export const minutesFor = (kind: AskedKind): number => {
  const { decisions, taps, characters, photos } = handlings[kind]
  return (
    (decisions * seconds.decision + taps * seconds.tap + characters * seconds.character + photos * seconds.photo) / 60
  )
}

export const minutesForAll = (asked: Readonly<Record<AskedKind, number>>): number =>
  askedKinds.reduce((sum, kind) => sum + asked[kind] * minutesFor(kind), 0)
