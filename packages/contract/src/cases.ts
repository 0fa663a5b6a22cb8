import { caseStates } from '@luoshi/rules/case-machine'
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { evidence } from './evidence.ts'
import { extension } from './extensions.ts'
import { position } from './points.ts'
import { actions, day, done, id, instant, page, pageOf, personRef, search, unitRef, version } from './shape.ts'

/** 待派, 已交办, 已签收, 退回, 整改中, 待复查, 复查通过, 已销号, 已并案, 不予立案. */
export const caseState = z.enum(caseStates)
export const caseOrigin = z.enum(['visit', 'patrol', 'resident', 'media', 'hotline', 'hand'])
export const severity = z.enum(['minor', 'ordinary', 'serious'])
export const caseLevel = z.enum(['grid', 'community', 'street', 'county'])
/** Derived from the clock. `none` while it is assigned to nobody. */
export const light = z.enum(['green', 'yellow', 'red', 'none'])

export const category = z.object({
  id,
  code: z.string(),
  section: z.string(),
  name: z.string(),
  limitAmount: z.int().min(1),
  limitUnit: z.enum(['hours', 'working-hours', 'days', 'working-days']),
  closingCondition: z.string(),
  levelDays: z.int().min(1),
  severity,
  archivedAt: instant.nullable(),
  version,
})
export type Category = z.infer<typeof category>

export const caseRow = z.object({
  id,
  /** 〔2026〕17号 */
  number: z.string(),
  title: z.string(),
  origin: caseOrigin,
  category: z.object({ id, name: z.string() }),
  severity,
  programme: z.object({ id, title: z.string() }).nullable(),
  point: z.object({ id, name: z.string() }).nullable(),
  place: z.string(),
  position: position.nullable(),
  unit: unitRef,
  office: unitRef,
  state: caseState,
  level: caseLevel,
  light,
  dueAt: instant.nullable(),
  foundAt: instant,
  returned: z.int(),
  relapses: z.int(),
  /** Somebody has submitted a rectification of it since it was found: it is not dismissed any more. */
  mended: z.boolean(),
  listedAt: instant.nullable(),
  /** When it last rose to the next level. */
  escalatedAt: instant.nullable(),
  thumbnailUrl: z.string().nullable(),
  version,
  actions,
})
export type CaseRow = z.infer<typeof caseRow>

/** The steps that are taken with words. */
const templateStep = z.enum(['assign', 'refuse', 'submit', 'recheck', 'close', 'dismiss'])

/** A picture that looks like one used before: a question to the rechecker, not a verdict. */
const likeness = z.object({
  evidenceId: id,
  earlier: z.object({ evidenceId: id, addedAt: instant, where: z.string(), thumbnailUrl: z.string().nullable() }),
  distance: z.int().min(0).max(64),
})

export const caseDetail = caseRow.extend({
  text: z.string(),
  closingCondition: z.string(),
  criterion: z.object({ id, text: z.string(), standardId: id, number: z.int() }).nullable(),
  visitId: id.nullable(),
  /** The unit that answers for its point: whom it is likely to be given to. */
  pointUnit: id.nullable(),
  foundBy: personRef.nullable(),
  assignedAt: instant.nullable(),
  submittedBy: personRef.nullable(),
  submittedAt: instant.nullable(),
  closedAt: instant.nullable(),
  mergedInto: z.object({ id, number: z.string() }).nullable(),
  merged: z.array(z.object({ id, number: z.string(), title: z.string() })),
  events: z.array(
    z.object({
      id,
      at: instant,
      who: personRef.nullable(),
      kind: z.string(),
      note: z.string().nullable(),
      content: z.record(z.string(), z.unknown()),
    }),
  ),
  extensions: z.array(extension),
  /** How it was found, and how it was left. */
  before: z.array(evidence),
  after: z.array(evidence),
  /** Everything on file for it, before, after and when it was looked at again; events name theirs by `evidenceIds`. */
  files: z.array(evidence),
  likenesses: z.array(likeness),
  /** Earlier pictures that look like one of these and are not shown: the nearest are. */
  likenessesLeft: z.int(),
  notices: z.array(z.object({ id, number: z.string(), issuedAt: instant, acknowledgedAt: instant.nullable() })),
})
export type CaseDetail = z.infer<typeof caseDetail>

export const notice = z.object({
  id,
  /** 整改〔2026〕8号 */
  number: z.string(),
  office: unitRef,
  unit: unitRef,
  dueOn: day,
  issuedBy: personRef,
  issuedAt: instant,
  acknowledgedBy: personRef.nullable(),
  acknowledgedAt: instant.nullable(),
  /** State: null once the case is another unit's; what became of it there is not for the unit of the notice. */
  cases: z.array(z.object({ id, number: z.string(), title: z.string(), state: caseState.nullable() })),
  documentUrl: z.string(),
  actions,
})
export type Notice = z.infer<typeof notice>

const filter = {
  q: search,
  programmeId: id.optional(),
  unitId: id.optional(),
  categoryId: id.optional(),
  pointId: id.optional(),
  origin: caseOrigin.optional(),
  state: caseState.optional(),
  light: z.enum(['yellow', 'red']).optional(),
  listed: z.boolean().optional(),
  escalated: z.boolean().optional(),
  level: caseLevel.optional(),
  /** Still open, or over. */
  open: z.boolean().optional(),
  mine: z.boolean().optional(),
}

const reason = z.string().trim().min(2).max(1000)
const note = z.string().trim().max(2000).optional()
const evidenceIds = z.array(id).max(20).default([])
const step = (path: string, summary: string) =>
  oc.route({ method: 'POST', path: `/cases/{id}/${path}`, tags: ['cases'], summary })

export const casesContract = {
  list: oc
    .route({ method: 'GET', path: '/cases', tags: ['cases'], summary: 'Cases within reach, soonest due first' })
    .input(z.object({ ...filter, ...page }))
    .output(pageOf(caseRow)),
  board: oc
    .route({
      method: 'GET',
      path: '/cases/board',
      tags: ['cases'],
      summary: 'Counts by state and light, and the first of each column',
    })
    .input(z.object({ ...filter, each: z.int().min(1).max(50).default(20) }))
    .output(z.array(z.object({ state: caseState, total: z.int(), late: z.int(), items: z.array(caseRow) }))),
  map: oc
    .route({ method: 'GET', path: '/cases/map', tags: ['cases'], summary: 'Open cases that have a place, small' })
    .input(z.object(filter))
    .output(
      z.object({
        /** Soonest due first. */
        cases: z.array(z.object({ id, title: z.string(), state: caseState, light, unit: unitRef, position })),
        /** The units that mend them, each in the middle of its cases: names that tell where one is looking. */
        units: z.array(z.object({ id, name: z.string(), count: z.int(), position })),
        /** Whether there are more than are answered: those due soonest are. */
        hasMore: z.boolean(),
        tiles: z.object({ url: z.string(), attribution: z.string() }).nullable(),
      }),
    ),
  get: oc
    .route({ method: 'GET', path: '/cases/{id}', tags: ['cases'], summary: 'One case with its life' })
    .input(z.object({ id }))
    .output(caseDetail),
  open: oc
    .route({
      method: 'POST',
      path: '/cases',
      tags: ['cases'],
      summary: 'Open a case by hand; from the hotline, the media, a meeting',
    })
    .input(
      z.object({
        id: id.optional(),
        title: z.string().trim().min(2).max(120),
        text: z.string().trim().max(4000).default(''),
        origin: z.enum(['media', 'hotline', 'hand', 'patrol']),
        categoryId: id,
        severity: severity.nullable().default(null),
        programmeId: id.nullable().default(null),
        pointId: id.nullable().default(null),
        place: z.string().trim().max(200).default(''),
        position: position.nullable().default(null),
        /** The office that is to run it. */
        officeId: id,
        /** At once to this unit; null: to be assigned. */
        unitId: id.nullable().default(null),
        evidenceIds,
      }),
    )
    .output(caseDetail),
  assign: step('assign', 'Give it to the unit that is to mend it')
    .input(z.object({ id, version, unitId: id, dueOn: day.nullable().default(null), note }))
    .output(caseDetail),
  accept: step('accept', 'Accept it').input(z.object({ id, version, note })).output(caseDetail),
  refuse: step('refuse', 'Give it back: it is not ours').input(z.object({ id, version, reason })).output(caseDetail),
  start: step('start', 'Begin to mend').input(z.object({ id, version, note })).output(caseDetail),
  submit: step('submit', 'Submit what was mended')
    .input(z.object({ id, version, note, evidenceIds }))
    .output(caseDetail),
  recheck: step('recheck', 'Look again; nobody rechecks what they mended')
    .input(z.object({ id, version, passed: z.boolean(), reason: z.string().trim().max(1000).default(''), evidenceIds }))
    .output(caseDetail),
  close: step('close', 'Close it; nobody closes what they mended')
    .input(z.object({ id, version, note }))
    .output(caseDetail),
  dismiss: step('dismiss', 'It is no case').input(z.object({ id, version, reason })).output(caseDetail),
  merge: step('merge', 'It is the same as another')
    .input(z.object({ id, version, into: id }))
    .output(caseDetail),
  listing: step('list', 'A leader watches over it until it is closed')
    .input(z.object({ id, version, note }))
    .output(caseDetail),
  escalate: step('escalate', 'Call the next level before its time')
    .input(z.object({ id, version, reason }))
    .output(caseDetail),
  comment: step('comment', 'Say something to everybody who sees the case')
    .input(z.object({ id, note: z.string().trim().min(1).max(2000) }))
    .output(caseDetail),
  askExtension: step('extensions', 'Ask for more time')
    .input(z.object({ id, version, until: day, reason }))
    .output(caseDetail),
  decideExtension: step('extensions/{extensionId}', 'Grant or refuse more time')
    .input(z.object({ id, extensionId: id, granted: z.boolean(), note }))
    .output(caseDetail),
  batch: oc
    .route({
      method: 'POST',
      path: '/cases/batch',
      tags: ['cases'],
      summary: 'One step for many; each is answered for itself',
    })
    .input(
      z.object({
        step: z.enum(['assign', 'accept', 'close', 'dismiss']),
        cases: z.array(z.object({ id, version })).min(1).max(200),
        unitId: id.nullable().default(null),
        reason: z.string().trim().max(1000).default(''),
      }),
    )
    .output(
      z.array(
        z.object({
          id,
          done: z.boolean(),
          problem: z.object({ code: z.string(), title: z.string(), detail: z.string() }).nullable(),
        }),
      ),
    ),
  alike: oc
    .route({ method: 'GET', path: '/cases/{id}/alike', tags: ['cases'], summary: 'Open cases that may be the same' })
    .input(z.object({ id }))
    .output(z.array(caseRow)),
  categories: oc
    .route({
      method: 'GET',
      path: '/case-categories',
      tags: ['cases'],
      summary: 'Categories with their limits and closing conditions',
    })
    .input(z.object({ archived: z.boolean().default(false) }))
    .output(z.array(category)),
  saveCategory: oc
    .route({ method: 'PUT', path: '/case-categories/{id}', tags: ['cases'], summary: 'Add or change a category' })
    .input(
      category.omit({ archivedAt: true, version: true }).extend({ version: version.nullable(), archived: z.boolean() }),
    )
    .output(category),
  templates: oc
    .route({ method: 'GET', path: '/answer-templates', tags: ['cases'], summary: 'Words that are used again' })
    .input(z.object({ unitId: id.optional(), step: templateStep.optional(), ...page }))
    .output(pageOf(z.object({ id, unit: unitRef, step: z.string(), name: z.string(), text: z.string() }))),
  saveTemplate: oc
    .route({
      method: 'PUT',
      path: '/answer-templates/{id}',
      tags: ['cases'],
      summary: 'Add or change words that are used again',
    })
    .input(
      z.object({
        id,
        unitId: id,
        step: templateStep,
        name: z.string().trim().min(1).max(60),
        text: z.string().trim().min(1).max(1000),
      }),
    )
    .output(done),
  dropTemplate: oc
    .route({ method: 'DELETE', path: '/answer-templates/{id}', tags: ['cases'], summary: 'Drop words' })
    .input(z.object({ id }))
    .output(done),
  notices: oc
    .route({
      method: 'GET',
      path: '/rectification-notices',
      tags: ['cases'],
      summary: 'Notices of rectification, newest first',
    })
    .input(z.object({ unitId: id.optional(), caseId: id.optional(), ...page }))
    .output(pageOf(notice)),
  issueNotice: oc
    .route({
      method: 'POST',
      path: '/rectification-notices',
      tags: ['cases'],
      summary: 'Issue a notice to one unit for its cases',
    })
    .input(z.object({ unitId: id, caseIds: z.array(id).min(1).max(100), dueOn: day }))
    .output(notice),
  acknowledgeNotice: oc
    .route({
      method: 'POST',
      path: '/rectification-notices/{id}/acknowledge',
      tags: ['cases'],
      summary: 'Say that it was received',
    })
    .input(z.object({ id }))
    .output(notice),
  noticeDocument: oc
    .route({
      method: 'GET',
      path: '/rectification-notices/{id}/document.docx',
      tags: ['cases'],
      summary: 'The notice as an official document (GB/T 9704)',
    })
    .input(z.object({ id }))
    .output(z.file()),
}
