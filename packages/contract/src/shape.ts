import { roles } from '@luoshi/rules/role'
import { unitKinds } from '@luoshi/rules/unit-kind'
import * as z from 'zod'

/** Shapes that many operations share. */
export const id = z.uuid()

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export const day = z.iso.date()

/** An instant, ISO 8601 with offset. */
export const instant = z.iso.datetime({ offset: true })

/** What the caller may do with the thing it comes with; decided by `@luoshi/rules/permissions`. */
export const actions = z.array(z.string())

export const span = z.object({ start: z.int().min(0), end: z.int().min(0) })

/** A keyset page: give `next` back as `cursor` to read on. */
export const page = { cursor: z.string().max(400).optional(), limit: z.int().min(1).max(200).default(50) }

/** `total` counts everything within the caller's scope that meets the filter, not only this page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.int().nullable() })

export const search = z.string().trim().max(100).optional()

/** Two people may edit the same thing: the version that was read comes back with the write, and a stale one is refused. */
export const version = z.int().min(1)

export const done = z.object({ ok: z.literal(true) })

export const unitKind = z.enum(unitKinds)
export const unitRef = z.object({ id, name: z.string(), kind: unitKind })
export const personRef = z.object({ id, name: z.string() })

export const role = z.enum(roles)
