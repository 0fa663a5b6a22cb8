/** Pairs `traditional simplified`, separated by bars: the character table that opencc-js is built from. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export default pairs
}
