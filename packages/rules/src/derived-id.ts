import { sha256Hex } from './sha256.ts'

/** A UUID (version 8) made from what a thing is of, so that every device that makes it makes the same one. */
export const derivedId = (kind: string, ...of: readonly string[]): string => {
  const hex = sha256Hex(`luoshi.id/1 ${kind}\n${of.join('\n')}`)
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0b0011) | 0b1000).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** The one visit of an inspector to a point in a round. */
export const visitIdOf = (roundId: string, pointId: string, personId: string): string =>
  derivedId('visit', roundId, pointId, personId)

/** The one visit to a point on a day of the past, as a list of what was seen then has it: taken again, it is the same. */
export const pastVisitIdOf = (pointId: string, day: string): string => derivedId('past visit', pointId, day)

/** What a visit says of a criterion. */
export const observationIdOf = (visitId: string, criterionId: string): string =>
  derivedId('observation', visitId, criterionId)
