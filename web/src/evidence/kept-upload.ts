import { newId } from '../ui/uuid.ts'

const place = 'luoshi.uploads'
const most = 40

type Kept = Readonly<Record<string, string>>

const kept = (): Kept => {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? '{}')
    return typeof found === 'object' && found !== null
      ? Object.fromEntries(
          Object.entries(found).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
        )
      : {}
  } catch {
    return {}
  }
}

const keep = (uploads: Kept): void => {
  try {
    localStorage.setItem(place, JSON.stringify(Object.fromEntries(Object.entries(uploads).slice(-most))))
  } catch {
    // Without a place to keep it, a reload begins the file again; nothing else is lost.
  }
}

/** The id under which this content is being sent: the same one after a reload, so that the upload goes on. */
export const uploadIdFor = (sha256: string): string => {
  const uploads = kept()
  const id = uploads[sha256] ?? newId()
  keep({ ...uploads, [sha256]: id })
  return id
}

export const forgetUpload = (sha256: string): void => {
  const { [sha256]: _, ...rest } = kept()
  keep(rest)
}
