import { fillCases } from './fill-cases.ts'
import { fillPoints } from './fill-points.ts'
import { type County, openCounty } from './open-county.ts'

/** As for the list of tasks: 10,020 units; each with ten points, a hundred cases and one task. */
const million = { streets: 20, communitiesEach: 25, estatesEach: 19, tasks: 1 }
export const pointsEach = 10
export const casesEach = 100

/** A county with a million cases and a hundred thousand points; with `--small` a tenth, with `--kept FOLDER` filled once only. */
export const openCaseCounty = async (args: readonly string[]): Promise<County> => {
  const kept = args.includes('--kept') ? args[args.indexOf('--kept') + 1] : undefined
  const more: Parameters<typeof openCounty>[1] = {
    kept,
    more: async db => {
      await fillPoints(db, pointsEach)
      await fillCases(db, casesEach, pointsEach)
    },
  }
  const county = await openCounty(args.includes('--small') ? { ...million, streets: 2 } : million, more)
  console.log(
    `${(county.units * casesEach).toLocaleString('en')} cases, ${(county.units * pointsEach).toLocaleString('en')} points, ${county.units.toLocaleString('en')} units`,
  )
  return county
}
