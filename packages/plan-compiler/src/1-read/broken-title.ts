const ends =
  /(?:方案|计划|計劃|計畫|规划|規劃|意见|意見|办法|辦法|细则|細則|预案|預案|安排|通知|要点|要點)(?:[(（][^()（）]{1,8}[)）])?$/
const endsOtherwise = /(?:文件|附件|目录|目錄|资料|資料|范文|大全|模板|会议|會議|简报|簡報|[号號日稿篇密急版页頁])$/
/** Words without any pause. */
const fragment = /^[\u4e00-\u9fffA-Za-z\d“”‘’《》、()（）—○〇+\- ]{2,34}$/
const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．是]|[(（]|\d{1,2}[、.．)）]|第[一二三四五六七八九十\d]{1,3}|附[件表]|[a-zA-Z\d\s]*$)/
const attached = /^附件?\s?[\d一二三四五六七八九十]{0,2}[:：]?$/

const searched = 8
const longest = 70

const isFragment = (line: string | undefined): boolean =>
  line !== undefined && fragment.test(line) && !ends.test(line) && !endsOtherwise.test(line) && !numbered.test(line)

const isEnd = (line: string): boolean =>
  line.length <= 40 && ends.test(line) && fragment.test(line) && !numbered.test(line)

/** The titles that are set in several lines, from the first to the last of each; they stand at the beginning of a file and of what it attaches. */
export const brokenTitles = (lines: readonly string[]): readonly (readonly [number, number])[] => {
  const found: [number, number][] = []
  let from = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string // within the lines
    if (line.startsWith('附') && attached.test(line)) from = i + 1
    if (from < 0 || i === from || i - from >= searched || !isEnd(line)) continue
    let first = i
    while (first > from && isFragment(lines[first - 1])) first--
    if (first < i && lines.slice(first, i + 1).join('').length <= longest) found.push([first, i])
    from = -1
  }
  return found
}
