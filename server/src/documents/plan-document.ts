import type { Context } from '../context.ts'
import { currentVersion, findPlan } from '../plans/plan-rows.ts'
import { docx, named } from './file-of.ts'
import { officialDocument } from './official-document.ts'
import { officialParagraphs } from './official-paragraphs.ts'

/** The plan's newest text, set as an official document. */
export const planDocument = async (context: Context, id: string): Promise<File> => {
  const plan = await findPlan(context, id, 'plan.read')
  const { text, span_start, span_end } = await currentVersion(context, plan)
  const paragraphs = officialParagraphs(text.slice(span_start, span_end), plan.title)
  return named(plan.title, docx, await officialDocument({ paragraphs }))
}
