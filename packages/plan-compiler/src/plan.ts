/**
 * The JSON that a compilation gives, `luoshi.plan/1`. Every span is a pair of UTF-16 offsets into `Compilation.text`.
 * The published JSON Schema (`plan.schema.json`) is checked against these types by a test.
 */
export type Span = { readonly start: number; readonly end: number }

/** `YYYY-MM-DD`, or `MM-DD` where the year is missing or masked. */
export type PlanDate = string

/**
 * Where in the source the text from `start` on stands, up to the next place; every number counts from 1 as a person counts.
 * Which of them there are is told by the format: a page and its paragraph (pdf), a paragraph or a cell of a table (docx,
 * html), a line (plain text).
 */
export type Place = {
  readonly start: number
  readonly page?: number
  readonly paragraph?: number
  readonly line?: number
  readonly table?: number
  readonly row?: number
  readonly cell?: number
}

export type Window = { readonly text: string; readonly start: PlanDate | null; readonly end: PlanDate | null }

export type SectionRole =
  | 'guiding'
  | 'goals'
  | 'organisation'
  | 'measures'
  | 'standards'
  | 'phases'
  | 'assurance'
  | 'procedure'
  | 'budget'
  | 'other'

export type Section = {
  readonly marker: string | null
  readonly level: number
  readonly heading: string
  readonly role: SectionRole
  readonly span: Span
  readonly children: readonly Section[]
}

/** Why a reading is not sure, for the words of any language; the codes and their words stand in `3-extract/doubts`. */
export type Reason = { readonly code: string; readonly params: Readonly<Record<string, string | number>> }

/** How sure a reading is, 0 to 1, and why where it is not: the reason, and its words as asked for. Absent means sure. */
export type Doubt = { readonly confidence?: number; readonly doubt?: string; readonly reason?: Reason }

export type GroupKind = 'leading' | 'office' | 'working'

export type Group = Doubt & {
  readonly kind: GroupKind
  readonly name: string
  readonly leaders: readonly string[]
  readonly deputies: readonly string[]
  readonly members: readonly string[]
  readonly location: string | null
  readonly duties: string | null
  readonly span: Span
}

export type Phase = Doubt & { readonly name: string; readonly window: Window | null; readonly span: Span }

export type Task = Doubt & {
  readonly text: string
  readonly lead: readonly string[]
  readonly responsible: readonly string[]
  readonly support: readonly string[]
  readonly due: Window | null
  /** Marker path of the section it stands in, such as `三/(一)`. */
  readonly section: string
  readonly span: Span
}

export type Per = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'season' | 'term' | 'year' | 'continuous'

/** `at` is the moment within the period as written: `周五 12:00前`, `25日前`. */
export type Every = { readonly per: Per; readonly times: number | null; readonly at: string | null }

export type Duty = Doubt & {
  readonly text: string
  readonly every: Every
  readonly to: readonly string[]
  readonly span: Span
}

export type Comparison = '>=' | '<=' | '=' | '>' | '<'

export type Indicator = Doubt & {
  readonly subject: string
  readonly op: Comparison
  /** Null where the number is masked in the document. */
  readonly value: number | null
  readonly unit: string
  readonly span: Span
}

export type Milestone = Doubt & { readonly text: string; readonly date: PlanDate; readonly span: Span }

export type Grades = { readonly conforms?: string; readonly mostly?: string; readonly fails?: string }

export type ChecklistItem = {
  readonly text: string
  readonly grades: Grades | null
  readonly evidence: readonly string[]
  readonly span: Span
}

export type Checklist = Doubt & {
  readonly pointType: string
  readonly items: readonly ChecklistItem[]
  readonly span: Span
}

export type ProcedureStep =
  | 'apply'
  | 'self-score'
  | 'review'
  | 'recommend'
  | 'inspect'
  | 'notice'
  | 'grant'
  | 'recheck'
  | 'withdraw'
  | 'renew'

export type Procedure = Doubt & {
  readonly step: ProcedureStep
  readonly actor: string | null
  readonly threshold: string | null
  readonly span: Span
}

export type BudgetLine = Doubt & { readonly item: string; readonly yuan: number; readonly span: Span }

export type Consequence = Doubt & { readonly kind: 'reward' | 'penalty'; readonly text: string; readonly span: Span }

export type Reference = Doubt & { readonly title: string; readonly number: string | null; readonly span: Span }

export type Severity = 'error' | 'warning' | 'info'

/** What is wrong, why it matters, what to do: each in one sentence, in the language asked for. */
export type Message = { readonly what: string; readonly why: string; readonly fix: string }

/** Put `text` in the place of `span`. */
export type Edit = { readonly span: Span; readonly text: string }

/** The edit that puts a thing right, and those that must be made with it, none of which touch. */
export type Remedy = Edit & { readonly also?: readonly Edit[] }

/** Something in the document that does not add up. Found, never thrown. */
export type Diagnostic = {
  readonly code: string
  readonly severity: Severity
  readonly params: Readonly<Record<string, string | number>>
  readonly message: Message
  readonly span: Span
  readonly related: readonly { readonly span: Span }[]
  /** Present where there is only one right answer. */
  readonly remedy?: Remedy
}

/** Everything read from one plan, before it is checked. */
export type Reading = {
  readonly title: string | null
  readonly issuer: string | null
  readonly span: Span
  readonly outline: readonly Section[]
  readonly groups: readonly Group[]
  readonly phases: readonly Phase[]
  readonly tasks: readonly Task[]
  readonly duties: readonly Duty[]
  readonly indicators: readonly Indicator[]
  readonly milestones: readonly Milestone[]
  readonly checklists: readonly Checklist[]
  readonly procedure: readonly Procedure[]
  readonly budget: readonly BudgetLine[]
  readonly consequences: readonly Consequence[]
  readonly references: readonly Reference[]
}

export type Plan = Reading & { readonly diagnostics: readonly Diagnostic[] }

export type Compilation = {
  readonly schema: 'luoshi.plan/1'
  readonly source: {
    readonly name: string
    readonly sha256: string
    /** In the order of the text. Every compilation has them; one that was kept may do without. */
    readonly places?: readonly Place[]
  }
  /** The cleaned text that every span points into. */
  readonly text: string
  readonly plans: readonly Plan[]
}
