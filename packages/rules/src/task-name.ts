/** A heading is at most this long; a longer first sentence is the task itself. */
const LONGEST_HEADING = 20

const label = '(?:牵头|责任|配合|主办|协办|承办|完成)(?:单位|部门|领导|人|时限|时间)?'
const bracketed = new RegExp(`[(（]\\s*${label}\\s*[:：][^)）]*[)）]?`, 'g')
const trailing = new RegExp(`[\\s。;；]*(?:${label}\\s*[:：][^\\n]*)$`)

const ownLabel = new RegExp(`^${label}$`)

/**
 * A task's sentence as what it is called and the rest: the heading it begins with (`清理楼道堆物。各社区逐栋…` → `清理楼道堆物`), else
 * all of it without the names of its parties, which are shown beside it.
 */
export const taskParts = (text: string): { readonly head: string; readonly rest: string } => {
  const plain = text.replace(/\s+/g, ' ').trim()
  const stop = plain.search(/。|[:：](?!\d)/)
  const heading = plain.slice(0, Math.max(0, stop))
  if (stop > 3 && stop <= LONGEST_HEADING && stop < plain.length - 2 && !ownLabel.test(heading))
    return { head: heading, rest: plain.slice(stop + 1).trim() }
  const bare = plain
    .replace(bracketed, '')
    .replace(trailing, '')
    .replace(/[。;；\s]+$/, '')
  return { head: bare === '' ? plain : bare, rest: '' }
}

/** What a task is called in a list. */
export const taskName = (text: string): string => taskParts(text).head
