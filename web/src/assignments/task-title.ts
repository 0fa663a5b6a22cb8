/**
 * A task's sentence as a short name and the rest: 「清理堆物。逐栋清理…」 is called by its first words. Where it does not
 * begin with a name of its own, the whole of it is the name.
 */
export const taskTitle = (words: string): { readonly head: string; readonly rest: string } => {
  const stop = words.search(/[。；;]|[：:](?!\d)/u)
  if (stop < 2 || stop > 24 || stop >= words.length - 1) return { head: words, rest: '' }
  return { head: words.slice(0, stop), rest: words.slice(stop + 1).trim() }
}
