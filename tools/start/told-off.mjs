/** An error that is shown as its sentence alone: it tells the person at the keyboard what to do. */
export const toldOff = sentence => Object.assign(new Error(sentence), { sentence })
