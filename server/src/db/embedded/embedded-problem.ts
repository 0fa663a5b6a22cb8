export type EmbeddedProblemCode =
  | 'no-binary'
  | 'folder-in-use'
  | 'folder-closed'
  | 'no-user'
  | 'other-version'
  | 'broken-link'
  | 'not-made'
  | 'not-started'

/** Why the database that comes with Luoshi cannot run; the message tells the operator what to do. */
export class EmbeddedProblem extends Error {
  readonly code: EmbeddedProblemCode

  constructor(code: EmbeddedProblemCode, message: string) {
    super(message)
    this.name = 'EmbeddedProblem'
    this.code = code
  }
}
