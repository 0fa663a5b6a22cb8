import type pg from 'pg'

const LEAST = 15

/** Refuses, with a sentence, a database that is too old. */
export const checkVersion = async (pool: pg.Pool): Promise<void> => {
  const { rows } = await pool.query<{ number: string; text: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as text",
  )
  const [version] = rows
  if (version !== undefined && Number(version.number) >= LEAST * 10_000) return
  throw new Error(
    `Luoshi needs PostgreSQL ${LEAST} or newer, and DATABASE_URL points to ${version?.text ?? 'an unknown version'}. ` +
      'Upgrade it, or start without DATABASE_URL to use the database that comes with Luoshi.',
  )
}
