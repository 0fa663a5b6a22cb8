import * as z from 'zod'

/** What stands first in a backup: everything a restore must know before it reads on. */
export const backupManifest = z.object({
  format: z.literal('luoshi-backup/1'),
  madeAt: z.iso.datetime(),
  /** The shape of the database, as the migrations that made it. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  files: z.int(),
  /** Background work that was waiting. */
  jobs: z.array(z.object({ name: z.string(), data: z.record(z.string(), z.unknown()) })),
  /** The kept secret; null where the house is given one by its environment. */
  secret: z.string().nullable(),
})

export type BackupManifest = z.infer<typeof backupManifest>
