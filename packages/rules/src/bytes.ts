/** UTF-8, written out because these rules know neither Node nor the DOM. A lone surrogate becomes U+FFFD. */
export const utf8 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 3)
  let n = 0
  for (let i = 0; i < text.length; i++) {
    let c = text.charCodeAt(i)
    if (c >= 0xd800 && c <= 0xdfff) {
      c = text.codePointAt(i) ?? 0
      if (c > 0xffff) i++
      else c = 0xfffd
    }
    if (c < 0x80) bytes[n++] = c
    else {
      if (c < 0x800) bytes[n++] = 0xc0 | (c >> 6)
      else {
        if (c < 0x10000) bytes[n++] = 0xe0 | (c >> 12)
        else {
          bytes[n++] = 0xf0 | (c >> 18)
          bytes[n++] = 0x80 | ((c >> 12) & 63)
        }
        bytes[n++] = 0x80 | ((c >> 6) & 63)
      }
      bytes[n++] = 0x80 | (c & 63)
    }
  }
  return bytes.subarray(0, n)
}

export const toHex = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/** Null for what is not hexadecimal or has half a byte. */
export const fromHex = (text: string): Uint8Array | null =>
  /^(?:[0-9a-f]{2})*$/i.test(text)
    ? Uint8Array.from({ length: text.length / 2 }, (_, index) =>
        Number.parseInt(text.slice(index * 2, index * 2 + 2), 16),
      )
    : null

export const concat = (...parts: readonly Uint8Array[]): Uint8Array => {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}
