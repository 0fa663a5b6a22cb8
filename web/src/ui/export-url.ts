/** Where the server writes a list as a spreadsheet; filters that are not set are left out. */
export const exportUrl = (
  noun: string,
  filters: Readonly<Record<string, string | boolean | undefined>> = {},
): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  const text = query.toString()
  return `/api/v1/exports/${noun}.xlsx${text === '' ? '' : `?${text}`}`
}
