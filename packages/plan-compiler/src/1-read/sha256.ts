const fraction = (x: number): number => (x - Math.floor(x)) * 2 ** 32

const firstPrimes = (count: number): readonly number[] => {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n++) if (primes.every(p => n % p !== 0)) primes.push(n)
  return primes
}

const primes = firstPrimes(64)
const roundKeys = Uint32Array.from(primes, p => fraction(Math.cbrt(p)))
const seeds = Uint32Array.from(primes.slice(0, 8), p => fraction(Math.sqrt(p)))
const turn = (x: number, n: number): number => (x >>> n) | (x << (32 - n))

const padded = (bytes: Uint8Array): DataView => {
  const out = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64)
  out.set(bytes)
  out[bytes.length] = 0x80
  const view = new DataView(out.buffer)
  view.setUint32(out.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(out.length - 4, (bytes.length << 3) >>> 0)
  return view
}

const schedule = (view: DataView, offset: number, w: Uint32Array): void => {
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(offset + i * 4)
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15] ?? 0
    const b = w[i - 2] ?? 0
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
    w[i] = (w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1
  }
}

const absorb = (state: Uint32Array, w: Uint32Array): void => {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (roundKeys[i] ?? 0) + (w[i] ?? 0)) | 0
    const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  for (const [i, x] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] ?? 0) + x
}

/** The SHA-256 of some bytes in lower-case hex; synchronous, so that a plan can be read while it is typed. */
export const sha256 = (bytes: Uint8Array): string => {
  const state = Uint32Array.from(seeds)
  const view = padded(bytes)
  const w = new Uint32Array(64)
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    schedule(view, offset, w)
    absorb(state, w)
  }
  return Array.from(state, x => x.toString(16).padStart(8, '0')).join('')
}
