import { clued, holds } from '../scan/clues.ts'
import { type Marker, markerEnd, readBareNumber, readMarker } from './markers.ts'

export type LineKind = 'text' | 'advert' | 'table'

/** One line of the canonical text. `body` is where its words begin, after the marker. */
export type Line = {
  readonly start: number
  readonly end: number
  readonly body: number
  readonly marker: Marker | null
  readonly kind: LineKind
}

const advert = clued(
  /本网(?:站|页)|本站|小编|范文(?:网|大全|参考)?[,，]?(?:希望|欢迎|仅供|供)|欢迎(?:阅读|参考|下载|大家)|供(?:大家|您|各位)?(?:参考|分享|借鉴)|仅供参考|栏目精选|为(?:大家|你|您)(?:精心)?(?:整理|收集|准备|带来)|文章中心|首页\s?>|点击(?:下载|查看)|推荐(?:阅读|文章)|相关(?:文章|推荐|阅读)[:：]|更多.{0,12}(?:范文|文章|方案|资料)|关注.{0,12}(?:公众号|微信号)|版权归|转载请|(?:https?|www\.)|如何写好|怎么写好/,
)

const tabbed = clued(/\t/)

const kindOf = (text: string, start: number, end: number): LineKind => {
  if (holds(tabbed, text, start, end) || (text[start] === '|' && text[end - 1] === '|' && end > start)) return 'table'
  return end - start < 400 && holds(advert, text, start, end) ? 'advert' : 'text'
}

/** A marker and the words behind it that decide whether it is one. */
const longest = 32

const markerOf = (line: string, due: number): Marker | null => readMarker(line, 0) ?? readBareNumber(line, 0, due)

/** Cuts canonical text, or the part of it between two offsets, into lines and reads the marker of each. */
export const readLines = (text: string, from = 0, to = text.length): readonly Line[] => {
  const lines: Line[] = []
  let lastArab = 0
  for (let start = from; start < to; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 || stop > to ? to : stop
    const kind = kindOf(text, start, end)
    const marker = kind === 'text' ? markerOf(text.slice(start, Math.min(end, start + longest)), lastArab + 1) : null
    if (marker?.family === 'arab') lastArab = marker.number ?? 0
    else if (marker !== null && marker.family !== 'circled' && marker.family !== 'arabParen') lastArab = 0
    lines.push({ start, end, kind, marker, body: marker ? markerEnd(text, start, marker) : start })
    start = end + 1
  }
  return lines
}
