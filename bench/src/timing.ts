/** Milliseconds: on the clock, and of processor time in all threads of this process. The second is fair on a busy machine. */
export type Timing = { readonly wall: number; readonly cpu: number }

/** So many milliseconds are given to caches and compilers to warm up, and at least one run. */
const warmUp = 5_000

/** Beyond this many milliseconds no further run is begun. */
const patience = 15_000

/** The median of some runs of what is warm, as it is in a server; of fewer runs where they take long. */
export const timed = async (runs: number, run: () => unknown): Promise<Timing> => {
  const begun = performance.now()
  let first = await timeOnce(run)
  while (performance.now() - begun < warmUp) first = await timeOnce(run)
  const started = performance.now()
  const times: Timing[] = []
  while (times.length < runs && performance.now() - started < patience) times.push(await timeOnce(run))
  const counted = times.length > 0 ? times : [first]
  return {
    wall: quantile(ascending(counted.map(({ wall }) => wall)), 0.5),
    cpu: quantile(ascending(counted.map(({ cpu }) => cpu)), 0.5),
  }
}

const timeOnce = async (run: () => unknown): Promise<Timing> => {
  const before = process.cpuUsage()
  const start = performance.now()
  await run()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { wall, cpu: (user + system) / 1000 }
}

export const ascending = (times: readonly number[]): readonly number[] => times.toSorted((one, other) => one - other)

/** Of ascending times, the one that the given part of them does not exceed: 0.5 the median, 0.95 what all but one in twenty hold. */
export const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.max(0, Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1))] ?? Number.NaN

export const milliseconds = (time: number): string => `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`
