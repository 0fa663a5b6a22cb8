import { AlignmentType, ImageRun, Paragraph, type Table } from 'docx'
import { cellText, officialTable } from '../documents/official-table.ts'

export type ProblemLine = {
  readonly number: string
  readonly title: string
  readonly place: string
  readonly closes: string
  /** A JPEG, as thumbnails are. */
  readonly picture: Uint8Array | null
}

/** The problems of a notice, a row each; a row stays on one page. */
export const problemTable = (lines: readonly ProblemLine[]): Table =>
  officialTable(
    [
      { head: '序号', width: 13, align: 'center' },
      { head: '问题', width: 42 },
      { head: '地点', width: 32 },
      { head: '销号条件', width: 33 },
      { head: '照片', width: 36, align: 'center' },
    ],
    lines.map(({ number, title, place, closes, picture }, row) => [
      String(row + 1),
      [cellText(title), cellText(number)],
      place,
      closes,
      picture === null ? '—' : [image(picture, title)],
    ]),
  )

const image = (bytes: Uint8Array, description: string): Paragraph => {
  const { width, height } = jpegSize(bytes)
  const scale = Math.min(120 / width, 96 / height)
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: 'jpg',
        data: bytes,
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        altText: { name: description, title: description, description },
      }),
    ],
  })
}

/** Reads the size from the frame header of a JPEG. */
const jpegSize = (bytes: Uint8Array): { readonly width: number; readonly height: number } => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 9 < view.byteLength; ) {
    const marker = view.getUint16(at)
    if (marker >= 0xffc0 && marker <= 0xffc2) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return { width: 4, height: 3 }
}
