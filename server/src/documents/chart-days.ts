/** The first day of every month that begins within. */
export const monthsWithin = (from: string, to: string): readonly string[] => {
  const months: string[] = []
  let [year, month] = from.split('-').map(Number) as [number, number] // a plain date has both
  for (;;) {
    const first = `${year}-${String(month).padStart(2, '0')}-01`
    if (first > to) return months
    if (first >= from) months.push(first)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
}
