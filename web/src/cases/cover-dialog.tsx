import type { Evidence } from '@luoshi/contract/evidence'

export const CoverDialog = (_props: { readonly photo: Evidence; readonly onClose: () => void }) => null
