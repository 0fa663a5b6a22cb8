import type { Remedy } from '@luoshi/plan-compiler/plan'
import { localDate } from '@luoshi/rules/local-time'
import type { Context } from '../context.ts'
import { currentVersion, findPlan, type PlanRow, type VersionRow } from '../plans/plan-rows.ts'
import { correctedText } from './corrected-text.ts'
import { docx, named } from './file-of.ts'
import { officeName, writtenDay } from './office-name.ts'
import { officialDocument } from './official-document.ts'
import { type OfficialParagraph, officialParagraphs, type Signing } from './official-paragraphs.ts'

/** To be written in by hand where the plan is not issued yet. */
const DAY_LEFT_OPEN = '　　　　年　　月　　日'

/** The plan's newest text as its review corrected it, set as an official document: with a red head, or for paper that has one. */
export const planDocument = async (context: Context, id: string, head: 'red' | 'none'): Promise<File> => {
  const plan = await findPlan(context, id, 'plan.read')
  const version = await currentVersion(context, plan)
  const remedies = await remediesOf(context, version)
  const text = correctedText(
    version.text,
    { start: version.span_start, end: version.span_end },
    { remedies, year: version.year },
  )
  const paragraphs = officialParagraphs(text, plan.title, await signingOf(context, plan, version))
  const document = head === 'none' ? { paragraphs } : headed(paragraphs)
  return named(plan.title, docx, await officialDocument(document))
}

const remediesOf = async ({ db, actor }: Context, version: VersionRow): Promise<readonly Remedy[]> => {
  const rows = await db
    .selectFrom('plan_diagnostics')
    .where('tenant_id', '=', actor.tenantId)
    .where('version_id', '=', version.id)
    .where('remedied', '=', true)
    .orderBy('ordinal')
    .select('remedy')
    .execute()
  return rows.map(({ remedy }) => remedy as Remedy) // as the compiler gave it; never null where it was put there
}

const signingOf = async (context: Context, plan: PlanRow, version: VersionRow): Promise<Signing> => {
  const unit = await context.db
    .selectFrom('units')
    .where('tenant_id', '=', context.actor.tenantId)
    .where('id', '=', plan.unit_id)
    .select('name')
    .executeTakeFirstOrThrow()
  return {
    issuer: await officeName(context, unit.name, [plan.programme_id]),
    date: version.published_at === null ? DAY_LEFT_OPEN : writtenDay(localDate(version.published_at)),
  }
}

/** Whose head it is and who prints it is who signs; the number is written in when it is given out. */
const headed = (paragraphs: readonly OfficialParagraph[]) => {
  const [issuer, date] = paragraphs.flatMap(({ style, text }) => (style === 'signature' ? [text] : [])).slice(-2)
  if (issuer === undefined || date === undefined) return { paragraphs }
  const year = /^\d{4}/.exec(date)?.[0] ?? '　　　　'
  const isPrinted = paragraphs.some(({ style }) => style === 'imprint')
  return {
    redHead: { issuer: `${issuer}文件`, number: `〔${year}〕　　号` },
    paragraphs: isPrinted ? paragraphs : [...paragraphs, { style: 'imprint' as const, text: `${issuer} ${date}印发` }],
  }
}
