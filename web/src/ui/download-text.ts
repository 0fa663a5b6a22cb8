/** Hands a text to the reader as a file. The mark at its head tells spreadsheet programs that it is UTF-8. */
export const downloadText = (name: string, text: string, mediaType = 'text/csv'): void => {
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: `${mediaType};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
