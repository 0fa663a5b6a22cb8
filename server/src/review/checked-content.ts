import { type ItemKind, itemContent } from '@luoshi/contract/review'
import { Problem } from '../problem.ts'

/** The content of an item, checked against its kind; what does not fit is refused by field. */
export const checkedContent = (kind: ItemKind, content: unknown): Readonly<Record<string, unknown>> => {
  const checked = itemContent[kind].safeParse(content)
  if (checked.success) return checked.data
  throw new Problem(
    'input-invalid',
    {},
    checked.error.issues.map(({ path, message }) => ({ field: ['content', ...path].join('.'), message })),
  )
}
