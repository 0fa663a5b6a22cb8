import type { Diagnostic, Severity } from '@luoshi/plan-compiler/plan'
import type { Colour } from '../terminal/paint.ts'
import { excerpt } from './excerpt.ts'
import type { View } from './view.ts'
import { words } from './words.ts'

const colourOf: { readonly [S in Severity]: Colour } = { error: 'red', warning: 'yellow', info: 'blue' }

const mostRelated = 3

/** One diagnostic as a good compiler shows it: what, where, the line with the place marked, why and what to do. */
export const showDiagnostic = (diagnostic: Diagnostic, view: View): string => {
  const { severity, code, message, span, related, remedy } = diagnostic
  const { text, paint, columns, position, address } = view
  const say = words[view.language]
  const colour = colourOf[severity]
  const place = position(span.start)
  const gutter = ' '.repeat(String(place.line).length)
  const bar = paint('│', 'dim')
  const shown = excerpt(text, span, columns - gutter.length - 5)
  const note = (label: string, sentence: string): string => `${gutter}  ${paint(`= ${label}`, 'dim')} ${sentence}`
  return [
    `${paint(say.severity[severity], 'bold', colour)} ${paint(`[${code}]`, colour)} ${view.name}:${address(span.start)} ${paint(message.what, 'bold')}`,
    ` ${paint(String(place.line), 'dim')} ${bar} ${shown.words}`,
    ` ${gutter} ${bar} ${paint(shown.marks, colour)}`,
    note(say.why, message.why),
    note(say.fix, message.fix),
    ...(remedy ? [note(say.fix, say.remedy(remedy.text))] : []),
    ...related.slice(0, mostRelated).map(other => note(say.related, shownRelated(other.span, view))),
    '',
  ].join('\n')
}

const longest = 40

const shownRelated = ({ start, end }: Diagnostic['span'], { text, address }: View): string => {
  const quoted = text.slice(start, end).replace(/\n/g, ' ')
  return `${address(start)} “${quoted.length > longest ? `${quoted.slice(0, longest)}…` : quoted}”`
}
