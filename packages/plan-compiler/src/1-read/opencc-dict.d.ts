/** Pairs `traditional simplified`, separated by bars: the character table that opencc-js is built from. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  // biome-ignore lint/style/noDefaultExport: it describes a module that has one
  export default pairs
}
