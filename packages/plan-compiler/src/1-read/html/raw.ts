const raw = /<(script|style)\b/gi

/** A page without scripts and styles: in them `<` opens nothing. One that is never closed is left as it is. */
export const withoutRaw = (html: string): string => {
  const lower = html.toLowerCase()
  let [out, from] = ['', 0]
  raw.lastIndex = 0
  for (let found = raw.exec(html); found; found = raw.exec(html)) {
    const end = lower.indexOf(`</${found[1]?.toLowerCase()}`, found.index)
    if (end < 0) break
    out += html.slice(from, found.index)
    from = end
    raw.lastIndex = end
  }
  return out + html.slice(from)
}
