import { convertMillimetersToTwip as mm } from 'docx'

/** Half-points: 2号 is 22 pt, 3号 16 pt, 4号 14 pt. */
export const SIZE_2 = 44
export const SIZE_3 = 32
export const SIZE_4 = 28
/** 22 lines in 225 mm. */
export const LINE = Math.round(mm(225) / 22)
/** A character of the text in twentieths of a point. */
export const CHARACTER = SIZE_3 * 10
