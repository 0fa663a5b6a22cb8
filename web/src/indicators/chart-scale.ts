export type Scale = { readonly low: number; readonly high: number; readonly ticks: readonly number[] }

/** A scale that holds every value, begins and ends on round numbers, and has about `wanted` steps. */
export const niceScale = (values: readonly number[], wanted = 4): Scale => {
  const known = values.filter(Number.isFinite)
  const [least, most] = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)]
  const spread = most - least || Math.abs(most) * 0.2 || 1
  const step = roundStep(spread / wanted)
  const low = Math.floor((most === least ? least - spread / 2 : least) / step) * step
  const high = Math.ceil((most === least ? most + spread / 2 : most) / step) * step
  const count = Math.round((high - low) / step)
  const ticks = Array.from({ length: count + 1 }, (_, index) => clean(low + index * step))
  return { low: ticks[0] ?? low, high: ticks.at(-1) ?? high, ticks }
}

/** Where a value lies between the bottom (height) and the top (0). */
export const yOf = ({ low, high }: Scale, value: number, height: number): number =>
  high === low ? height / 2 : height - ((value - low) / (high - low)) * height

const roundStep = (rough: number): number => {
  const power = 10 ** Math.floor(Math.log10(rough))
  const part = rough / power
  return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10)
}

const clean = (value: number): number => Number(value.toPrecision(12))
