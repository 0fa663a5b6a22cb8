export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

export type Decoded = { readonly text: string; readonly encoding: Encoding }

type Decoder = { readonly decode: (bytes: Uint8Array) => string }
type DecoderMaker = new (label: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean }) => Decoder

// Browsers and Node both have it; the packages are typed without either.
const { TextDecoder: Native } = globalThis as unknown as { readonly TextDecoder: DecoderMaker }

const decodeAs = (bytes: Uint8Array, encoding: Encoding): string => new Native(encoding).decode(bytes)

const marked = (bytes: Uint8Array): Encoding | null => {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** UTF-16 without a mark: digits and line ends leave zeroes, most on one side (`一` leaves one on the other); other text holds none. */
const unmarkedWide = (bytes: Uint8Array): Encoding | null => {
  const sample = bytes.subarray(0, 8192)
  let [even, odd] = [0, 0]
  for (let i = 0; i < sample.length; i++)
    if (sample[i] === 0) {
      if (i % 2 === 0) even++
      else odd++
    }
  if (even + odd < sample.length / 200 || even + odd === 0) return null
  if (odd > even * 2) return 'utf-16le'
  return even > odd * 2 ? 'utf-16be' : null
}

/** How many sequences are not UTF-8, and how many multi-byte ones are. */
const utf8Tally = (bytes: Uint8Array): { readonly good: number; readonly bad: number } => {
  let [good, bad] = [0, 0]
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte < 0x80) continue
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1
    if (byte < 0xc2 || byte > 0xf4) {
      bad++
      continue
    }
    let n = 1
    while (n <= more && ((bytes[i + n] ?? 0) & 0xc0) === 0x80) n++
    if (n > more) good++
    else if (i + n < bytes.length) bad++
    i += n - 1
  }
  return { good, bad }
}

const everyday = new Set([
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严',
  ...'這個們來時國會發動學過產種後經進著電實體機當點從業應開還裡間與關條無結題員員對問變將組見計別認權證轉風切帶場務萬達議報類離華確張馬節話許廣記際驗連斷難備辦響劃選標寫親養層卻專狀識適屬圓調滿縣參紅細嚴創領導組織責單區鎮鄉鋪號環衛',
])

/** Share of everyday characters: the wrong table gives rare ones. */
const plausibility = (text: string): number => {
  let [common, han, lost] = [0, 0, 0]
  for (const c of text.slice(0, 8192)) {
    if (c === '\ufffd') lost++
    else if (c >= '\u3400' && c <= '\u9fff') {
      han++
      if (everyday.has(c)) common++
    } else if (c >= '\ue000' && c <= '\uf8ff') lost++
  }
  return han === 0 ? -lost : common / han - (3 * lost) / (han + lost)
}

/** UTF-16 without a mark and without line ends or digits: every pair of bytes is an everyday character. */
const plainlyWide = (bytes: Uint8Array): Decoded | null => {
  if (bytes.length % 2 === 1 || bytes.length < 8) return null
  const sample = bytes.subarray(0, 8192)
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = decodeAs(sample, encoding)
    const known = [...text].filter(c => everyday.has(c) || '，。、；：（）“”《》\u3000\n\r'.includes(c)).length
    if (known > text.length * 0.5) return { encoding, text: decodeAs(bytes, encoding) }
  }
  return null
}

const best = (bytes: Uint8Array): Decoded => {
  const wide = plainlyWide(bytes)
  if (wide) return wide
  const [mainland, island] = (['gb18030', 'big5'] as const).map(encoding => ({
    encoding,
    text: decodeAs(bytes, encoding),
  }))
  if (!mainland || !island) return { encoding: 'utf-8', text: decodeAs(bytes, 'utf-8') }
  return plausibility(island.text) > plausibility(mainland.text) ? island : mainland
}

const declared = /<meta[^>]{0,200}charset\s*=\s*["']?\s*(gb2312|gbk|gb18030|big5)/i
const called: Readonly<Record<string, Encoding>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
}

/** What a page says of itself, in letters that are the same in all these encodings. */
const asDeclared = (bytes: Uint8Array): Encoding | null => {
  const head = String.fromCharCode(...bytes.subarray(0, 2048))
  return called[declared.exec(head)?.[1]?.toLowerCase() ?? ''] ?? null
}

/** Text from bytes of an unknown encoding. A few damaged sequences do not change the verdict; they become U+FFFD. */
export const decode = (bytes: Uint8Array): Decoded => {
  const known = marked(bytes)
  if (known) return { encoding: known, text: decodeAs(bytes, known) }
  const wide = unmarkedWide(bytes)
  // A character like 开 leaves its zero on the other side than line ends do.
  if (wide) return plainlyWide(bytes) ?? { encoding: wide, text: decodeAs(bytes, wide) }
  const { good, bad } = utf8Tally(bytes)
  if (bad === 0 || good > bad * 10) return { encoding: 'utf-8', text: decodeAs(bytes, 'utf-8') }
  const said = asDeclared(bytes)
  return said ? { encoding: said, text: decodeAs(bytes, said) } : best(bytes)
}
