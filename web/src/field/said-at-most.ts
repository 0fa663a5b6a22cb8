/** What the contract (`contract/field`) takes at most: a form that lets more through would be refused days later. */
export const mostNote = 2000
export const mostPlace = 200
export const mostPhotos = 9
