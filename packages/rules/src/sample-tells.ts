import { chanceToFind, expectedError } from './sampling.ts'

/** A stratum, or the whole under an empty name: how many there are, how many are drawn, and what that can and cannot tell. */
export type SampleTells = {
  readonly stratum: string
  readonly population: number
  readonly quota: number
  /** How far the share conforming may lie off either way, 95 times in 100. */
  readonly expectedError: number
  /** The chance of meeting at least one where one in ten fails. */
  readonly chanceToFind: number
}

/** What each stratum and the whole can tell, drawn as the quotas say; strata in the order of their names. */
export const sampleTells = (
  sizes: Readonly<Record<string, number>>,
  quotas: Readonly<Record<string, number>>,
): { readonly strata: SampleTells[]; readonly overall: SampleTells } => {
  const strata = Object.entries(sizes)
    .map(([stratum, population]) => tells(stratum, population, Math.min(population, quotas[stratum] ?? 0)))
    .sort((one, other) => (one.stratum < other.stratum ? -1 : 1))
  const sum = (of: (one: SampleTells) => number): number => strata.reduce((all, one) => all + of(one), 0)
  return {
    strata,
    overall: tells(
      '',
      sum(({ population }) => population),
      sum(({ quota }) => quota),
    ),
  }
}

const tells = (stratum: string, population: number, quota: number): SampleTells => ({
  stratum,
  population,
  quota,
  expectedError: expectedError(quota, population),
  chanceToFind: chanceToFind(quota, population, Math.ceil(population / 10)),
})
