import type { Evidence } from '@luoshi/contract/evidence'

/** A file on its way to becoming evidence. */
export type Upload = {
  readonly key: string
  readonly name: string
  readonly bytes: number
  readonly preview: string | null
  readonly state: UploadState
}

export type UploadState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'sending'; readonly sent: number; readonly waiting: boolean }
  | { readonly kind: 'filing' }
  | { readonly kind: 'ready'; readonly evidence: Evidence }
  | { readonly kind: 'failed'; readonly problem: unknown }
  | { readonly kind: 'refused'; readonly why: 'too-large' | 'empty' }

export const mostBytes = 200_000_000

export const isUnderWay = ({ state }: Upload): boolean =>
  state.kind === 'reading' || state.kind === 'sending' || state.kind === 'filing'

export const percentSent = (sent: number, bytes: number): number => Math.floor((sent / Math.max(1, bytes)) * 100)

/** Why a file cannot be taken at all; known before a byte is sent. */
export const refusalOf = (file: { readonly size: number }): 'too-large' | 'empty' | null =>
  file.size === 0 ? 'empty' : file.size > mostBytes ? 'too-large' : null
