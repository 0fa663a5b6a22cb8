/** A heading is at most this long; a longer first sentence is the task itself. */
const LONGEST_HEADING = 20

const label = '(?:牵头|责任|配合|主办|协办|承办|完成)(?:单位|部门|领导|人|时限|时间)?'
const bracketed = new RegExp(`[((]\\s*${label}\\s*[::][^))]*[))]?`, 'g')
const trailing = new RegExp(`[\\s。;;]*(?:${label}\\s*[::][^\\n]*)$`)

/**
 * What a task is called in a list: the heading it begins with (`清理楼道堆物。各社区逐栋…` → `清理楼道堆物`), else its sentence
 * without the names of its parties, which a list shows beside it.
 */
export const taskName = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim()
  const stop = plain.search(/。/)
  if (stop > 3 && stop <= LONGEST_HEADING && stop < plain.length - 2) return plain.slice(0, stop)
  const bare = plain
    .replace(bracketed, '')
    .replace(trailing, '')
    .replace(/[。;;\s]+$/, '')
  return bare === '' ? plain : bare
}
