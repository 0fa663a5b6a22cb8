import type { DrawProof } from '@luoshi/rules/draw-proof'
import * as z from 'zod'
import { instant } from './shape.ts'

const text = z.string().max(400)

const droppedLots = z.array(
  z.object({
    roundId: text,
    title: text,
    unit: text,
    secretHash: text,
    frameHash: text,
    drawnAt: instant,
    droppedAt: instant,
    reason: z.string().max(500).nullable(),
    points: z.int(),
    visited: z.int(),
  }),
)

/** The proof file of a draw, `luoshi.draw/1`, as it is taken from a round and given to `luoshi verify draw`. */
export const drawProofFile: z.ZodType<DrawProof> = z.object({
  format: z.literal('luoshi.draw/1'),
  title: text,
  commitment: z.object({ secretHash: text, frameHash: text }),
  committedAt: instant,
  drawnAt: instant,
  secret: text,
  witness: text.nullable(),
  words: text.nullable(),
  frame: z.object({
    roundId: text,
    points: z.array(
      z.object({ id: text, stratum: text, unitPath: z.string(), name: text.optional(), versionId: text.optional() }),
    ),
    inspectors: z.array(z.object({ id: text, unitPath: z.string() })),
    quotas: z.record(z.string(), z.int()),
    inspectorsPerPoint: z.int().min(1).max(5),
    home: z.enum(['away', 'own']),
    barred: z.array(z.object({ inspectorId: text, pointId: text, reason: z.enum(['home', 'tie', 'met']).optional() })),
    dropped: droppedLots.optional(),
  }),
  withdrawals: z.array(z.object({ inspectorId: text, keeps: z.array(text) })),
  draw: z.object({
    drawn: z.array(z.object({ pointId: text, inspectorIds: z.array(text) })),
    short: z.array(text),
  }),
  beside: droppedLots.optional(),
})
