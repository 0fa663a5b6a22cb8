/**
 * Everything that can be wrong with a request. `status` is the HTTP status; title and detail are rendered for the reader
 * from `problem-words.ts`. Documents have Diagnostics instead; anything that is neither is a bug.
 */
export const problems = {
  'not-signed-in': 401,
  'sign-in-refused': 401,
  'account-locked': 423,
  'second-factor-required': 401,
  'password-too-weak': 422,
  'password-due': 403,
  'not-allowed': 403,
  'scope-of-key': 403,
  'not-found': 404,
  'input-invalid': 422,
  'version-stale': 409,
  'already-exists': 409,
  'still-in-use': 409,
  'too-many-requests': 429,
  'too-large': 413,
  'file-unreadable': 422,
  'file-empty': 422,
  'upload-out-of-step': 409,
  'upload-damaged': 422,
  'plan-still-reading': 409,
  'plan-already-published': 409,
  'plan-has-errors': 409,
  'plan-dates-impossible': 409,
  'plan-items-waiting': 409,
  'plan-parties-unmatched': 409,
  'plan-without-year': 409,
  'plan-nothing-to-run': 409,
  'revision-not-compared': 409,
  'state-forbids': 409,
  'own-submission': 409,
  'own-rectification': 409,
  'mended-not-dismissed': 409,
  'assigned-already': 409,
  'deadline-only-earlier': 409,
  'recheck-of-another': 409,
  'submitted-before-return': 409,
  'evidence-required': 422,
  'evidence-relied-on': 409,
  'reason-required': 422,
  'extension-not-later': 422,
  'extension-already-asked': 409,
  'occurrence-not-open': 409,
  'round-without-points': 409,
  'round-without-inspectors': 409,
  'round-without-standard': 409,
  'round-inspector-outside': 409,
  'import-has-errors': 422,
  'import-gone': 410,
  'unit-would-cycle': 409,
  'last-administrator': 409,
  'already-set-up': 409,
  'channel-unreachable': 502,
  'not-drawn': 403,
  'point-not-own': 403,
  'visit-misnamed': 422,
  'finding-misnamed': 409,
  'standard-unfit': 422,
  'clock-not-believed': 422,
  'standard-empty': 409,
  'standard-type-fixed': 409,
  'standard-in-use': 409,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problems

/** RFC 9457 body of every refusal. `params` fill the words; `at` names the field or cell where there is one. */
export type ProblemBody = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ProblemCode | 'internal'
  readonly params: Readonly<Record<string, string | number>>
  readonly instance: string
  readonly at?: readonly { readonly field: string; readonly message: string }[]
}
