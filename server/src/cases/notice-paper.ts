import { localDate } from '@luoshi/rules/local-time'
import type { Context } from '../context.ts'
import { officeName, writtenDay } from '../documents/office-name.ts'
import { officialDocument } from '../documents/official-document.ts'
import { type NamedCase, readCases } from './case-rows.ts'
import type { NoticeRow } from './notice-rows.ts'
import { type ProblemLine, problemTable } from './problem-table.ts'
import { noticeNumber } from './serials.ts'

/** 整改通知书 on the office's red head: what is wrong where, with a picture of each, until when, and what closes it. */
export const noticePaper = async (context: Context, row: NoticeRow): Promise<Uint8Array> => {
  const ids = row.cases.map(({ id }) => id)
  const cases = await readCases(context, ids)
  const issuer = await officeName(
    context,
    row.office_name,
    cases.map(({ programme_id }) => programme_id),
  )
  const lines = await linesOf(context, row, cases)
  const due = writtenDay(row.due_on)
  const date = writtenDay(localDate(row.issued_at))
  return officialDocument({
    redHead: { issuer, number: noticeNumber(row.year, row.serial) },
    paragraphs: [
      { style: 'title', text: '整改通知书' },
      { style: 'addressee', text: `${row.unit_name}：` },
      {
        style: 'body',
        text: `经检查，发现你单位管辖范围内存在以下${lines.length}项问题。请于${due}前完成整改，并在系统中提交整改情况和整改后照片。`,
      },
      { style: 'table', text: '问题清单', table: problemTable(lines) },
      {
        style: 'body',
        text: '每项问题整改后由整改人以外的人员复查，符合表中销号条件的予以销号。确需延期的，请在期限届满前说明理由并提出申请。逾期未整改到位的，将按规定逐级上报督办。',
      },
      { style: 'signature', text: issuer },
      { style: 'signature', text: date },
    ],
  })
}

const linesOf = async (
  { db, actor, files }: Context,
  row: NoticeRow,
  known: readonly NamedCase[],
): Promise<readonly ProblemLine[]> => {
  const cases = new Map(known.map(one => [one.id, one]))
  const photos = [...cases.values()].flatMap(({ photo_id }) => photo_id ?? [])
  const shas = new Map(
    photos.length === 0
      ? []
      : (
          await db
            .selectFrom('evidence')
            .where('tenant_id', '=', actor.tenantId)
            .where('id', 'in', photos)
            .select(['id', 'sha256'])
            .execute()
        ).map(({ id, sha256 }) => [id, sha256] as const),
  )
  const lines: ProblemLine[] = []
  for (const { id, number, title } of row.cases) {
    const one = cases.get(id)
    const sha256 = shas.get(one?.photo_id ?? '') ?? null
    lines.push({
      number,
      title,
      place: [one?.point_name, one?.place || one?.point_address].filter(Boolean).join('，') || row.unit_name,
      closes: one?.closing_condition ?? '',
      picture: sha256 === null ? null : await thumbnail(files, actor.tenantId, sha256),
    })
  }
  return lines
}

/** A picture that is gone leaves its cell empty, and the notice whole. */
const thumbnail = async (files: Context['files'], tenantId: string, sha256: string): Promise<Uint8Array | null> => {
  try {
    return await files.thumbnail(tenantId, sha256)
  } catch {
    return null
  }
}
