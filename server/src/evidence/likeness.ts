import sharp from 'sharp'

const SIDE = 32
const LOW = 8

/**
 * 64 bits in hexadecimal, alike for pictures that look alike however they were scaled, saved anew or slightly cut: the signs of the
 * lowest frequencies against their median. Null for what is no picture, or shows nothing but one colour.
 */
export const likenessOf = async (bytes: Uint8Array): Promise<string | null> => {
  const grey = await greyOf(bytes)
  if (grey === null || isPlain(grey)) return null
  const low = lowFrequencies(grey)
  // The first says how bright the whole is, which tells nothing of what it shows.
  const rest = low.slice(1).toSorted((one, other) => one - other)
  const median = rest[Math.floor(rest.length / 2)] ?? 0
  const bits = low.map((value, index) => (index > 0 && value > median ? '1' : '0')).join('')
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0')
}

/** In how many of the 64 bits two pictures differ. */
export const distanceOf = (one: string, other: string): number => {
  let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`)
  let count = 0
  for (; differing > 0n; differing &= differing - 1n) count += 1
  return count
}

/** Pictures that differ in no more bits than this are asked about. */
export const alikeWithin = 8

const greyOf = async (bytes: Uint8Array): Promise<Uint8Array | null> => {
  try {
    return await sharp(bytes, { limitInputPixels: 100_000_000 })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize(SIDE, SIDE, { fit: 'fill', kernel: 'cubic' })
      .raw()
      .toBuffer()
  } catch {
    return null
  }
}

const isPlain = (grey: Uint8Array): boolean => {
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length
  return grey.reduce((sum, value) => sum + (value - mean) ** 2, 0) / grey.length < 9
}

/** The upper left 8 × 8 of the discrete cosine transform (II), row by row. */
const lowFrequencies = (grey: Uint8Array): readonly number[] => {
  const rows = Array.from({ length: SIDE }, (_, y) =>
    Array.from({ length: LOW }, (_, u) => sumOf(x => (grey[y * SIDE + x] ?? 0) * wave(u, x))),
  )
  return Array.from({ length: LOW }, (_, v) =>
    Array.from({ length: LOW }, (_, u) => sumOf(y => (rows[y]?.[u] ?? 0) * wave(v, y))),
  ).flat()
}

const waves = Array.from({ length: LOW * SIDE }, (_, index) =>
  Math.cos((Math.PI * Math.floor(index / SIDE) * (2 * (index % SIDE) + 1)) / (2 * SIDE)),
)
const wave = (frequency: number, at: number): number => waves[frequency * SIDE + at] ?? 0

const sumOf = (term: (index: number) => number): number => {
  let sum = 0
  for (let index = 0; index < SIDE; index += 1) sum += term(index)
  return sum
}
