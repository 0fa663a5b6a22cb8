import { type Clued, clued, fits, matchesIn, mayHold } from '../scan/clues.ts'
import { namesIn, readWholly } from './party.ts'
import type { Labelled, PartyRole } from './party-labels.ts'

const bracket = clued(/\(([^()]{2,120}(?:\([^()]{1,12}\)[^()]{0,60}){0,4})\)/g)
const acts: readonly (readonly [PartyRole, Clued])[] = [
  ['lead', clued(/^由?(.{2,60}?)(?:牵头|总负责|抓总)(?:负责|组织|落实)?$/)],
  ['support', clued(/^由?(.{2,60}?)(?:予以|积极)?(?:配合|协助|参与|协办|参加)(?:实施|落实|完成)?$/)],
  [
    'responsible',
    clued(
      /^由?(.{2,60}?)(?:具体|分别|共同|各自|按职责分工|按照职责分工)?(?:负责|承办|主办|落实|组织实施|实施)(?:落实|实施)?$/,
    ),
  ],
]

const limit =
  /^(?:完成)?(?:时[限间]:?)?(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}[日号]|底|[上中下]旬)?|年底|即日起至[^,;]{2,10})(?:之?前|以前)?(?:全面|全部|基本)?(?:完成)?$/

const inPiece = (piece: string): { readonly role: PartyRole; readonly names: readonly string[] } | null => {
  for (const [role, shape] of acts) {
    const who = fits(shape, piece) ? shape.shape.exec(piece)?.[1] : undefined
    if (who !== undefined) return { role, names: namesIn(who) }
  }
  const whole = readWholly(piece, 0, piece.length)
  return whole ? { role: 'responsible', names: whole } : null
}

const none: readonly Labelled[] = []

/** Parties in a bracket without a label: `(县住建局牵头,县城管局配合)`, `(宣传部、文明办)`. */
export const bracketedIn = (text: string, start: number, end: number): readonly Labelled[] => {
  if (!mayHold(bracket, text, start, end) || !text.slice(start, end).includes('(')) return none
  const found: Labelled[] = []
  for (const m of matchesIn(bracket, text, start, end)) {
    const at = start + m.index
    const after = text[at + m[0].length] ?? '\n'
    if (at === start || !/[。;,\n!]/.test(after)) continue
    const apart = (m[1] ?? '').split(/[,;]/).map(p => p.trim())
    const due = apart.filter(p => limit.test(p))
    const pieces = apart.filter(p => !limit.test(p)).map(inPiece)
    if (pieces.length === 0 || pieces.some(p => p === null || p.names.length === 0)) continue
    const place = { start: at + 1, end: at + m[0].length - 1 }
    for (const piece of pieces) if (piece) found.push({ ...piece, ...place })
    if (due.length > 0) found.push({ role: 'due', names: [], ...place })
  }
  return found
}
