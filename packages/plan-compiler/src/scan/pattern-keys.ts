/** What every match of a pattern has in it, read from the pattern's source: nobody keeps a second list of words beside a rule. */
export type Certain = {
  /** One of these, a character or two in a row, stands in every match. Null where nothing is sure. */
  readonly keys: readonly string[] | null
  /** Every match begins, or ends, with one of these characters. Null where it may be any, or no character at all. */
  readonly firsts: string | null
  readonly lasts: string | null
  /** Every match begins where the text begins (`^`), or ends where it ends (`$`). */
  readonly opens: boolean
  readonly closes: boolean
  /** No match holds a line break or looks at one, so that each line may be searched alone. */
  readonly inLine: boolean
}

/** Null where even the reading of the pattern is not sure: flags that change what its signs mean. */
export const certainOf = ({ source, flags }: RegExp): Certain | null => {
  if (/[imuv]/.test(flags)) return null
  const whole = new Source(source).alternatives()
  const edge = (characters: string | null) => (whole.empty ? null : characters)
  return {
    keys: chosen(whole),
    firsts: edge(whole.firsts),
    lasts: edge(whole.lasts),
    opens: whole.opens,
    closes: whole.closes,
    inLine: whole.inLine,
  }
}

/** `exact`: all that a piece can match, where that is little. `empty`: whether it can match nothing. Null for anything. */
type Part = {
  readonly exact: readonly string[] | null
  readonly keys: readonly string[] | null
  readonly firsts: string | null
  readonly lasts: string | null
  readonly empty: boolean
  readonly opens: boolean
  readonly closes: boolean
  readonly inLine: boolean
}

const most = 64
const place: Part = {
  ...{ exact: [''], keys: null, firsts: '', lasts: '' },
  ...{ empty: true, opens: false, closes: false, inLine: true },
}
const anything: Part = { ...place, exact: null, firsts: null, lasts: null, inLine: false }
const oneOf = (members: readonly string[]): Part => {
  const all = members.length === 1 ? (members[0] ?? '') : members.join('')
  return { ...place, exact: members, firsts: all, lasts: all, empty: false, inLine: !members.includes('\n') }
}

// The characters that plans use most; a key of others is found in fewer places.
const common =
  '区社工作建设文明、,。宣传动安生居民活全会卫环境创人理组治教育管有开为行公务以实化和员对进大展点整家各村院制成日时定地好保整单重服度长加合中县公清小部平主要法在体市领导完'

const weights = new Map([
  ...[...common].map((c): [string, number] => [c, 10]),
  ...[...'0123456789 ,。、;:\t\n'].map((c): [string, number] => [c, 30]),
])
const weightOf = (c: string): number => weights.get(c) ?? 3
const weight = (key: string): number =>
  key.length === 1 ? weightOf(key) : (weightOf(key[0] ?? '') * weightOf(key[1] ?? '')) / 30

const cost = (keys: readonly string[]): number => keys.reduce((sum, key) => sum + weight(key), 0)

const better = (a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null =>
  a === null ? b : b === null || cost(a) <= cost(b) ? a : b

/** Of a whole word the pair that is rarest. */
const keyIn = (word: string): string => {
  let best = word.slice(0, 2)
  for (let i = 1; i + 2 <= word.length; i++)
    if (weight(word.slice(i, i + 2)) < weight(best)) best = word.slice(i, i + 2)
  return best
}

const keysOfWords = (words: readonly string[]): readonly string[] | null => {
  if (words.includes('')) return null
  const keys = new Set<string>()
  // What may stand before or behind a shorter word needs no key of its own.
  for (const word of words.toSorted((a, b) => a.length - b.length)) if (!holdsKey(word, keys)) keys.add(keyIn(word))
  return [...keys]
}

const holdsKey = (word: string, keys: ReadonlySet<string>): boolean => {
  for (let i = 0; i < word.length; i++) if (keys.has(word.charAt(i)) || keys.has(word.slice(i, i + 2))) return true
  return false
}

const chosen = ({ exact, keys }: Part): readonly string[] | null => better(exact && keysOfWords(exact), keys)

const together = (sets: readonly (string | null)[]): string | null => (sets.includes(null) ? null : sets.join(''))

const either = (parts: readonly Part[]): Part => {
  const [only] = parts
  if (parts.length === 1 && only) return only
  const words = parts.flatMap(({ exact }) => exact ?? [])
  const each = parts.map(chosen)
  return {
    exact: parts.every(part => part.exact) && words.length <= most ? [...new Set(words)] : null,
    keys: each.some(keys => keys === null) ? null : [...new Set(each.flatMap(keys => keys ?? []))],
    firsts: together(parts.map(part => part.firsts)),
    lasts: together(parts.map(part => part.lasts)),
    empty: parts.some(part => part.empty),
    opens: parts.every(part => part.opens),
    closes: parts.every(part => part.closes),
    inLine: parts.every(part => part.inLine),
  }
}

/** The parts up to the first that cannot be empty. */
const edgeOf = (parts: readonly Part[]): readonly Part[] => {
  const solid = parts.findIndex(part => !part.empty)
  return solid < 0 ? parts : parts.slice(0, solid + 1)
}

const inARow = (parts: readonly Part[]): Part => {
  let run: readonly string[] = ['']
  let keys: readonly string[] | null = null
  let whole = true
  for (const part of parts) {
    if (part.exact && run.length * part.exact.length <= most) {
      const words = part.exact
      run = run.flatMap(before => words.map(word => before + word))
      continue
    }
    whole = false
    keys = better(better(keys, keysOfWords(run)), part.keys)
    run = part.exact ?? ['']
  }
  return {
    exact: whole ? run : null,
    keys: whole ? null : better(keys, keysOfWords(run)),
    firsts: together(edgeOf(parts).map(part => part.firsts)),
    lasts: together(edgeOf([...parts].reverse()).map(part => part.lasts)),
    empty: parts.every(part => part.empty),
    opens: parts[0]?.opens ?? false,
    closes: parts.at(-1)?.closes ?? false,
    inLine: parts.every(part => part.inLine),
  }
}

const classMembers = 64
/** Wide ranges of characters that plans hardly hold, which are keys for that: kana, and what belongs to no alphabet. */
const rare: readonly (readonly [number, number])[] = [
  [0x3040, 0x30ff],
  [0xe000, 0xf8ff],
]
const isRare = (from: number, to: number): boolean => rare.some(([first, last]) => first <= from && to <= last)
const digits = [...'0123456789']
const lineBreak = '\n'.charCodeAt(0)

/** A reader of the source of a regular expression; what it does not know it takes for anything. */
class Source {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  alternatives(): Part {
    const parts = [this.#sequence()]
    while (this.#take('|')) parts.push(this.#sequence())
    return either(parts)
  }

  #take(sign: string): boolean {
    if (!this.#source.startsWith(sign, this.#at)) return false
    this.#at += sign.length
    return true
  }

  #sequence(): Part {
    const parts: Part[] = []
    while (this.#at < this.#source.length && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')')
      parts.push(this.#repeated(this.#atom()))
    return inARow(parts)
  }

  #repeated(part: Part): Part {
    if (!'*+?{'.includes(this.#source[this.#at] ?? ' ')) return part
    const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.#source.slice(this.#at, this.#at + 12))
    if (!found) return part
    this.#at += found[0].length
    const loose = { ...part, opens: false, closes: false }
    if (found[0].startsWith('?')) return { ...loose, exact: part.exact && ['', ...part.exact], keys: null, empty: true }
    const least = found[0].startsWith('*') ? 0 : Number(found[1] ?? 1)
    return least === 0
      ? { ...loose, exact: null, keys: null, empty: true }
      : { ...loose, exact: null, keys: chosen(part) }
  }

  #atom(): Part {
    if (this.#take('(')) return this.#group()
    if (this.#take('[')) return this.#members()
    const c = this.#source[this.#at++] ?? ''
    if (c === '^') return { ...place, opens: true, inLine: false }
    if (c === '$') return { ...place, closes: true, inLine: false }
    if (c === '.') return { ...anything, empty: false, inLine: true }
    return c === '\\' ? this.#escaped() : oneOf([c])
  }

  #group(): Part {
    const around = this.#take('?=') || this.#take('?!') || this.#take('?<=') || this.#take('?<!')
    if (!around && !this.#take('?:') && this.#take('?<')) this.#at = this.#source.indexOf('>', this.#at) + 1
    const inner = this.alternatives()
    this.#take(')')
    return around ? { ...place, inLine: inner.inLine } : inner
  }

  #escaped(): Part {
    if (this.#take('d')) return oneOf(digits)
    const word = this.#character()
    return word === null ? anything : word === '' ? place : oneOf([word])
  }

  /** The character behind a backslash; null for a class of them or a reference, empty for a place. */
  #character(): string | null {
    const c = this.#source[this.#at++] ?? ''
    if (c === 'b' || c === 'B') return ''
    if (c === 'u' || c === 'x') {
      const length = c === 'u' ? 4 : 2
      this.#at += length
      return String.fromCharCode(Number.parseInt(this.#source.slice(this.#at - length, this.#at), 16))
    }
    if (c === 'k') this.#at = this.#source.indexOf('>', this.#at) + 1
    const blanks: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', v: '\v', f: '\f', 0: '\0' }
    return blanks[c] ?? (/[a-z\d]/i.test(c) ? null : c)
  }

  #members(): Part {
    const negative = this.#take('^')
    let wide = negative
    let [breaks, unsure] = [false, false]
    let allowed = classMembers
    const members: string[] = []
    while (this.#at < this.#source.length && !this.#take(']')) {
      if (this.#take('\\d')) {
        members.push(...digits)
        continue
      }
      const first = this.#member()
      if (first === null) {
        wide = true
        unsure = true
      } else if (this.#source[this.#at] === '-' && this.#source[this.#at + 1] !== ']') {
        this.#at++
        const [from, to] = [first.charCodeAt(0), this.#member()?.charCodeAt(0) ?? 65_535]
        if (isRare(from, to)) allowed += to - from + 1
        else if (to - from > classMembers) {
          wide = true
          breaks ||= from <= lineBreak && lineBreak <= to
          continue
        }
        for (let code = from; code <= to; code++) members.push(String.fromCharCode(code))
      } else members.push(first)
    }
    breaks ||= members.includes('\n')
    if (!wide && members.length <= allowed) return oneOf(members)
    return { ...anything, empty: false, inLine: !unsure && breaks === negative }
  }

  #member(): string | null {
    const c = this.#source[this.#at++] ?? ''
    return c === '\\' ? this.#character() || null : c
  }
}
