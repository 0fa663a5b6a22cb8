import { type PlacedText, placedText } from './places.ts'

const rule = /^\s*\|?[\s:|-]{3,}\|?\s*$/

const row = (line: string): string =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(cell => cell.trim())
    .join('\t')

const plain = (line: string): string =>
  line
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/^\s{0,3}>\s?/, '')
    .replace(/\*\*([^*]{1,200})\*\*/g, '$1')
    .replace(/(?<![\w*])\*([^*\s][^*]{0,200})\*(?![\w*])/g, '$1')
    .replace(/!?\[([^\]]{0,200})\]\([^)]{0,300}\)/g, '$1')
    .replace(/^\s*[-+*]\s+(?=[（(]?[一二三四五六七八九十\d])/, '')

const isMark = (line: string): boolean =>
  (line.includes('|') && rule.test(line)) || /^\s*(?:-{3,}|={3,}|`{3,}.*)\s*$/.test(line)

/** Markdown without its marks: headings as lines, tables as rows of tabbed cells. */
export const textOfMarkdown = (markdown: string): PlacedText =>
  placedText(
    markdown.split(/\r\n?|\n/).flatMap((line, i) => {
      if (isMark(line)) return []
      return [{ text: /^\s*\|.*\|\s*$/.test(line) ? row(line) : plain(line), where: { line: i + 1 } }]
    }),
  )
