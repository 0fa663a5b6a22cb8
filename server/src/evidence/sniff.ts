/** What a file is by its first bytes, whatever its name says. */
export const sniffMediaType = (bytes: Uint8Array): string => {
  const head = Buffer.from(bytes.subarray(0, 64))
  const found = signatures.find(({ at, starts }) =>
    starts.some(sign => head.subarray(at, at + sign.length).equals(sign)),
  )
  if (found) return found.mediaType
  if (head.subarray(4, 8).toString('latin1') === 'ftyp') return brandOf(head.subarray(8, 12).toString('latin1'))
  return isText(bytes.subarray(0, 4096)) ? 'text/plain; charset=utf-8' : 'application/octet-stream'
}

/** Pictures that every browser shows and that we can make small. */
export const isPhoto = (mediaType: string): boolean =>
  ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'].includes(mediaType)

type Signature = { readonly mediaType: string; readonly at: number; readonly starts: readonly Buffer[] }

const sign = (mediaType: string, at: number, ...starts: readonly string[]): Signature => ({
  mediaType,
  at,
  starts: starts.map(text => Buffer.from(text, 'latin1')),
})

const signatures: readonly Signature[] = [
  sign('image/jpeg', 0, '\xff\xd8\xff'),
  sign('image/png', 0, '\x89PNG\r\n\x1a\n'),
  sign('image/tiff', 0, 'II*\x00', 'MM\x00*'),
  sign('image/gif', 0, 'GIF87a', 'GIF89a'),
  sign('image/webp', 8, 'WEBP'),
  sign('application/pdf', 0, '%PDF-'),
  sign('application/zip', 0, 'PK\x03\x04', 'PK\x05\x06'),
  sign('application/x-ole-storage', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  sign('audio/mpeg', 0, 'ID3', '\xff\xfb'),
]

const brandOf = (brand: string): string => {
  if (brand.startsWith('avi')) return 'image/avif'
  if (/^(hei|hev|mif1|msf1)/.test(brand)) return 'image/heic'
  return brand.startsWith('M4A') ? 'audio/mp4' : 'video/mp4'
}

/** UTF-8 without control signs; a character cut at the end of the sample does no harm. */
const isText = (sample: Uint8Array): boolean => {
  if (sample.some(byte => byte < 9 || (byte > 13 && byte < 32))) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}
