type Format = { readonly ending: string; readonly mediaType: string }

export const docx: Format = {
  ending: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
export const xlsx: Format = {
  ending: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
export const png: Format = { ending: 'png', mediaType: 'image/png' }

/** A file called what its plan is called, without what file systems refuse. */
export const named = (title: string, { ending, mediaType }: Format, bytes: Uint8Array): File =>
  new File(
    [new Uint8Array(bytes)],
    `${title
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .trim()
      .slice(0, 80)}.${ending}`,
    { type: mediaType },
  )
