import { localDate } from '@luoshi/rules/local-time'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { docx, named } from '../documents/file-of.ts'
import { officeName, writtenDay } from '../documents/office-name.ts'
import { officialDocument } from '../documents/official-document.ts'
import { Problem } from '../problem.ts'
import { bulletinFacts } from './bulletin-facts.ts'
import { bulletinText } from './bulletin-text.ts'
import { readRounds } from './round-rows.ts'

/** 情况通报 of a round that is over, on the office's red head, for its clerk to finish: number and what comes next are left blank. */
export const roundBulletin = async (context: Context, id: string): Promise<File> => {
  const [row] = await readRounds(context, sql`r.id = ${id}`, 1)
  if (!row) throw new Problem('not-found', { noun: 'round' })
  // It speaks of every unit, so it is for those who run the round or look after who does.
  if (!row.runs) throw new Problem('not-allowed', { action: 'round.manage' })
  if (row.state !== 'ended') throw new Problem('state-forbids', { state: row.state })
  const today = localDate(context.clock.now())
  const issuer = await officeName(context, row.unit_name, [row.programme_id])
  const { title, kind, inspectors, starts_on: startsOn, ends_on: endsOn, unit_name: unitName } = row
  const facts = await bulletinFacts(context, { id, title, kind, inspectors, startsOn, endsOn, unitName })
  const paper = await officialDocument({
    redHead: { issuer, number: `〔${today.slice(0, 4)}〕　　号` },
    paragraphs: [
      ...bulletinText(facts, today),
      { style: 'signature', text: issuer },
      { style: 'signature', text: writtenDay(today) },
    ],
  })
  return named(`关于${title}情况的通报`, docx, paper)
}
