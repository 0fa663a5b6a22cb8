const date =
  /^(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*(?:\d{1,2}\s*日|底|末|上旬|中旬|下旬)?\s*(?:之?前|以前|内|起|止)?\s*[，,、:：]?\s*/

/** What is counted down to, without the date at its head: the number of days says that already. */
export const countdownText = (text: string): string => {
  const rest = text.replace(date, '')
  return rest === '' ? text : rest
}
