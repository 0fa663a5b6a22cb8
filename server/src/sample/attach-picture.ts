import { Readable } from 'node:stream'
import type { Context } from '../context.ts'
import { fileEvidence } from '../evidence/file-evidence.ts'
import type { EvidenceSubject } from '../evidence/link-evidence.ts'
import { startUpload } from '../evidence/start-upload.ts'
import type { Picture } from './pictures.ts'

/** Uploads a picture as a phone would and files it as evidence of something. Answers the evidence. */
export const attachPicture = async (
  context: Context,
  { name, bytes, sha256 }: Picture,
  unitId: string,
  subject: EvidenceSubject,
): Promise<string> => {
  const { ids, files, actor } = context
  const uploadId = ids.next()
  const { already } = await startUpload(context, {
    id: uploadId,
    name,
    bytes: bytes.length,
    mediaType: 'image/jpeg',
    sha256,
  })
  if (!already) await files.putPiece(actor.tenantId, uploadId, 0, Readable.from([bytes]), bytes.length)
  const id = ids.next()
  await fileEvidence(context, { id, unitId, uploadId, text: null, name, takenAt: null, serves: [subject] })
  return id
}
