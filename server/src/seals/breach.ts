/** Something that is not as it was sealed; `where` names the row or file. */
export type Breach = {
  readonly kind:
    | 'entry-changed'
    | 'entry-gone'
    | 'leaves-changed'
    | 'seal-changed'
    | 'seal-gone'
    | 'evidence-changed'
    | 'evidence-gone'
    | 'evidence-unlinked'
    | 'evidence-unrecorded'
    | 'file-changed'
    | 'file-gone'
  readonly where: string
}
