import { withAttachmentLists } from './attachments.ts'
import { type Line, readLines } from './lines.ts'
import { withSectionRows } from './section-rows.ts'

/** The lines of a text as what stands around each shows them: rows of tables and lists of attachments are no headings. */
export const linesInPlace = (text: string): readonly Line[] =>
  withSectionRows(text, withAttachmentLists(text, readLines(text)))
