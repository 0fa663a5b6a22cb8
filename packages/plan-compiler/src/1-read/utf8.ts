/** UTF-8 bytes of a string; a lone surrogate becomes U+FFFD, as everywhere. */
export const encodeUtf8 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 3)
  let n = 0
  for (let i = 0; i < text.length; i++) {
    let c = text.codePointAt(i) ?? 0
    if (c >= 0xd800 && c <= 0xdfff) c = 0xfffd
    if (c > 0xffff) i++
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
