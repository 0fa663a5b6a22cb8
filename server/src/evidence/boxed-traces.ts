/**
 * Where in a file made of boxes (ISO/IEC 14496-12: the pictures of iPhones, videos) it is written where and with what it was
 * taken. Nothing is taken out of such a file, since places in it are told by number: what tells is blanked where it stands.
 */
export type Patch = { readonly at: number; readonly bytes: Uint8Array }

export type ReadSlice = (start: number, length: number) => Promise<Uint8Array>

type Box = { readonly type: string; readonly at: number; readonly body: number; readonly end: number }

/** Bytes to be written over others, in the order in which they stand. What cannot be read as boxes has none. */
export const boxedTraces = async (read: ReadSlice, size: number): Promise<readonly Patch[]> => {
  const patches: Patch[] = []
  for (const box of await boxesIn(read, 0, size)) {
    if (box.type === 'uuid') patches.push(...freed(box))
    else if (box.type === 'moov') patches.push(...(await tracesOfMovie(read, box)))
    else if (box.type === 'meta') patches.push(...(await tracesOfItems(read, box, size)))
  }
  return patches.toSorted((one, other) => one.at - other.at)
}

const MOST_BOXES = 10_000
/** What is read whole to be looked through: descriptions of items, not the items. */
const MOST_DESCRIBED = 4 << 20

const boxesIn = async (read: ReadSlice, start: number, end: number): Promise<readonly Box[]> => {
  const boxes: Box[] = []
  let at = start
  while (at + 8 <= end && boxes.length < MOST_BOXES) {
    const head = viewOf(await read(at, 16))
    if (head.byteLength < 8) break
    const short = head.getUint32(0)
    const long = short === 1 && head.byteLength >= 16 ? Number(head.getBigUint64(8)) : short
    const length = short === 0 ? end - at : long
    const header = short === 1 ? 16 : 8
    if (length < header || at + length > end) break
    boxes.push({ type: textAt(head, 4, 4), at, body: at + header, end: at + length })
    at += length
  }
  return boxes
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const textAt = (view: DataView, at: number, length: number): string =>
  String.fromCharCode(...Array.from({ length }, (_, i) => view.getUint8(at + i)))

/** A box that players pass over, empty. */
const freed = ({ at, body, end }: Box): readonly Patch[] => [
  { at: at + 4, bytes: Uint8Array.from([...'free'].map(letter => letter.charCodeAt(0))) },
  ...blanked(body, end),
]

const PIECE = 1 << 20

const blanked = (start: number, end: number): readonly Patch[] => {
  const patches: Patch[] = []
  for (let at = start; at < end; at += PIECE) patches.push({ at, bytes: new Uint8Array(Math.min(PIECE, end - at)) })
  return patches
}

/** Place, make and owner stand in `udta` and `meta` of the movie and of its tracks. */
const tracesOfMovie = async (read: ReadSlice, { body, end }: Box): Promise<readonly Patch[]> => {
  const patches: Patch[] = []
  for (const box of await boxesIn(read, body, end))
    if (box.type === 'trak') patches.push(...(await tracesOfMovie(read, box)))
    else if (box.type === 'udta' || box.type === 'meta') patches.push(...freed(box))
  return patches
}

/** Items of a picture that hold Exif or XMP. */
const tracesOfItems = async (read: ReadSlice, meta: Box, size: number): Promise<readonly Patch[]> => {
  const boxes = await boxesIn(read, meta.body + 4, meta.end)
  const named = boxes.find(({ type }) => type === 'iinf')
  const located = boxes.find(({ type }) => type === 'iloc')
  const inside = boxes.find(({ type }) => type === 'idat')
  if (!named || !located || located.end - located.at > MOST_DESCRIBED) return []
  const telling = await tellingItems(read, named)
  const places = placesIn(viewOf(await read(located.body, located.end - located.body)))
  return places
    .filter(({ item, method }) => telling.has(item) && (method === 0 || (method === 1 && inside)))
    .flatMap(({ method, offset, length }) => {
      const start = offset + (method === 1 ? (inside?.body ?? 0) : 0)
      return start + length <= size ? blanked(start, start + length) : []
    })
}

const tellingItems = async (read: ReadSlice, { body, end }: Box): Promise<ReadonlySet<number>> => {
  const version = viewOf(await read(body, 1)).getUint8(0)
  const telling = new Set<number>()
  for (const entry of await boxesIn(read, body + (version === 0 ? 6 : 8), end)) {
    const view = viewOf(await read(entry.body, Math.min(entry.end - entry.body, 32)))
    const wide = view.getUint8(0) >= 3
    const item = wide ? view.getUint32(4) : view.getUint16(4)
    // The item's protection stands between its number and its type.
    const type = textAt(view, wide ? 10 : 8, 4)
    if (type === 'Exif' || type === 'mime') telling.add(item)
  }
  return telling
}

type ItemPlace = {
  readonly item: number
  readonly method: number
  readonly offset: number
  readonly length: number
}

/** `iloc` (ISO/IEC 14496-12, 8.11.3), its versions 0, 1 and 2. */
const placesIn = (view: DataView): readonly ItemPlace[] => {
  let at = 0
  const take = (bytes: number): number => {
    const value = bytes === 0 ? 0 : bytes === 8 ? Number(view.getBigUint64(at)) : (whole[bytes]?.(at) ?? 0)
    at += bytes
    return value
  }
  const whole: Readonly<Record<number, (at: number) => number>> = {
    1: place => view.getUint8(place),
    2: place => view.getUint16(place),
    4: place => view.getUint32(place),
  }
  const version = take(1)
  at += 3
  const [sizes, more] = [take(1), take(1)]
  const items = take(version < 2 ? 2 : 4)
  const places: ItemPlace[] = []
  for (let i = 0; i < Math.min(items, MOST_BOXES); i += 1) {
    const item = take(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : take(2) & 15
    at += 2
    const base = take(more >> 4)
    const extents = take(2)
    for (let e = 0; e < extents; e += 1) {
      if (places.length === MOST_BOXES) throw new RangeError('More pieces than a picture has.')
      if (version > 0) at += more & 15
      const offset = base + take(sizes >> 4)
      places.push({ item, method, offset, length: take(sizes & 15) })
    }
  }
  return places
}
