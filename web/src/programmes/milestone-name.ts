const leadingDate =
  /^[于在至到]?(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末|初)?(?:之前|以前|前|底前|止)?[，,、]?/u

const leastName = 3

/** What a milestone is, without the date it begins with: the date stands beside it already. */
export const milestoneName = (text: string): string => {
  const name = text.replace(leadingDate, '').trim()
  return name.length >= leastName ? name : text
}
