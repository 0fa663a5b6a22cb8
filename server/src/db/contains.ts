/** A `like` pattern that finds the words anywhere, whatever signs they hold. */
export const contains = (words: string): string => `%${words.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%`
