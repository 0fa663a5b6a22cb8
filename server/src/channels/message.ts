/** What is said through a channel: a title, groups of lines, and where to go on reading. */
export type Message = {
  readonly title: string
  readonly groups: readonly { readonly heading: string; readonly lines: readonly string[] }[]
  readonly url: string
}

/** The text alone, for an e-mail. */
export const asText = ({ groups, url }: Message): string =>
  [...groups.map(({ heading, lines }) => [heading, ...lines.map(line => `  · ${line}`)].join('\n')), url].join('\n\n')

/** Markdown as the three messengers understand it. */
export const asMarkdown = ({ title, groups, url }: Message): string =>
  [
    `### ${plain(title)}`,
    ...groups.map(({ heading, lines }) =>
      [`**${plain(heading)}**`, ...lines.map(line => `- ${plain(line)}`)].join('\n'),
    ),
    `[打开落实](${url})`,
  ].join('\n\n')

/** Signs that Markdown would take for its own are said as they stand. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, sign => `\\${sign}`)

/** Cut at a limit of bytes between two characters, as WeCom counts them. */
export const cutToBytes = (text: string, limit: number): string => {
  if (Buffer.byteLength(text) <= limit) return text
  let cut = ''
  let size = 3
  for (const sign of text) {
    size += Buffer.byteLength(sign)
    if (size > limit) break
    cut += sign
  }
  return `${cut}…`
}
