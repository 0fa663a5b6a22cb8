import { attribute, piecesOf } from '../markup.ts'
import { levelOfStyle, type Numbered, type Numbering } from './numbering.ts'

type Style = { readonly id: string | null; readonly level: number; readonly basedOn: string }

const readStyles = (xml: string): ReadonlyMap<string, Style> => {
  const found = new Map<string, Style>()
  let [name, style]: [string, Style] = ['', { id: null, level: 0, basedOn: '' }]
  for (const piece of piecesOf(xml)) {
    if (piece.kind === 'text' || piece.kind === 'close') continue
    const value = attribute(piece.attributes, 'w:val') ?? ''
    if (piece.name === 'w:style')
      [name, style] = [attribute(piece.attributes, 'w:styleId') ?? '', { id: null, level: 0, basedOn: '' }]
    else if (piece.name === 'w:basedOn') style = { ...style, basedOn: value }
    else if (piece.name === 'w:ilvl') style = { ...style, level: Number(value) || 0 }
    else if (piece.name === 'w:numId') style = { ...style, id: value }
    else continue
    found.set(name, style)
  }
  return found
}

/** A chain of styles longer than this goes round in a circle. */
const longestChain = 20

/** The numbering that a paragraph takes from its style, or from a style that one is based on. */
export const numberingOfStyles = (xml: string, numbering: Numbering): ((name: string) => Numbered | null) => {
  const styles = readStyles(xml)
  return name => {
    let style = styles.get(name)
    for (let i = 0; style && i < longestChain; i++) {
      if (style.id !== null) return { id: style.id, level: levelOfStyle(numbering, style.id, name) ?? style.level }
      style = styles.get(style.basedOn)
    }
    return null
  }
}
