import { ascending, quantile } from './timing.ts'

export type Load = { readonly perSecond: number; readonly median: number; readonly p95: number }

/** Does a thing over and over on so many hands at once, for so many seconds after one to warm up. */
export const load = async (hands: number, seconds: number, once: (hand: number) => Promise<unknown>): Promise<Load> => {
  const started = performance.now()
  const [from, until] = [started + 1000, started + 1000 + seconds * 1000]
  const times: number[] = []
  const work = async (hand: number): Promise<void> => {
    for (;;) {
      const start = performance.now()
      if (start >= until) return
      await once(hand)
      const end = performance.now()
      if (start >= from && end <= until) times.push(end - start)
    }
  }
  await Promise.all(Array.from({ length: hands }, (_, hand) => work(hand)))
  const sorted = ascending(times)
  return { perSecond: times.length / seconds, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }
}
