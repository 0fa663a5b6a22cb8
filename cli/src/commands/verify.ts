import { parseArgs } from 'node:util'
import { type Run, status, type Terminal } from '../command.ts'

const options = {
  data: { type: 'string', default: process.env.DATA_DIR ?? './data' },
  database: { type: 'string' },
  seal: { type: 'string' },
} as const

/** Proves that nothing in the record was changed since it was sealed, or with `draw` that a draw was fair; exit status 1 where not. */
export const verify: Run = async (args, terminal) => {
  const [what, ...rest] = args
  if (what === 'draw') return (await import('./verify-draw.ts')).verifyDrawProof(rest, terminal)
  const read = parsed(args)
  if (typeof read === 'string') {
    terminal.err(`luoshi verify: ${read}\n`)
    return status.refused
  }
  const { reachDatabase } = await import('@luoshi/server/db/reach-database')
  const database = await reachDatabase(read.database ?? process.env.DATABASE_URL ?? null, read.data, () => {})
  try {
    if (!(await isCurrent(database.url))) {
      terminal.err(
        'luoshi verify: 数据库还是旧版本的结构。请先用这个版本启动一次落实,再来验证。(Start this Luoshi once, then verify.)\n',
      )
      return status.refused
    }
    return await verifyAll(database.url, read.data, read.seal ?? null, terminal)
  } finally {
    await database.release()
  }
}

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    return `${error instanceof Error ? error.message : error} 运行 luoshi help verify 看用法。`
  }
}

const isCurrent = async (url: string): Promise<boolean> => {
  const [{ openPool }, { pendingMigrations }] = await Promise.all([
    import('@luoshi/server/db/pool'),
    import('@luoshi/server/db/migrate'),
  ])
  const pool = openPool({ url, size: 1 })
  try {
    return (await pendingMigrations(pool)).length === 0
  } finally {
    await pool.end()
  }
}

const verifyAll = async (url: string, dataDir: string, noted: string | null, terminal: Terminal): Promise<number> => {
  const [{ openDatabase, openPool }, { folderFiles }, { verifyRecord }, { wasSealed }, { join }] = await Promise.all([
    import('@luoshi/server/db/pool'),
    import('@luoshi/server/evidence/folder-files'),
    import('@luoshi/server/seals/verify-record'),
    import('@luoshi/server/seals/was-sealed'),
    import('node:path'),
  ])
  const db = openDatabase(openPool({ url, size: 2 }))
  const files = folderFiles(join(dataDir, 'files'))
  try {
    let broken = 0
    let found = noted === null
    for (const tenant of await db.selectFrom('tenants').select(['tenant_id', 'name']).orderBy('name').execute()) {
      const verified = await verifyRecord({ db, files }, tenant.tenant_id)
      if (noted !== null) found ||= await wasSealed(db, tenant.tenant_id, noted)
      broken += verified.breaches.length
      terminal.out(shown(tenant.name, verified))
    }
    if (!found) terminal.out(`您记下的封印不在链上:${noted} (The seal you noted is not in the chain.)\n`)
    return broken === 0 && found ? status.clean : status.errors
  } finally {
    await db.destroy()
  }
}

type Verified = Awaited<ReturnType<typeof import('@luoshi/server/seals/verify-record').verifyRecord>>

const shown = (name: string, { entries, seals, unsealed, files, newest, breaches }: Verified): string =>
  [
    `${name}: ${entries} 条审计记录、${seals} 个封印、${files} 个证据文件 (entries, seals, files)${unsealed > 0 ? `;${unsealed} 条尚未封存 (not sealed yet)` : ''}`,
    ...breaches.map(({ kind, where }) => `  ✗ ${words[kind]}: ${where}`),
    breaches.length === 0
      ? `  ✓ 封存以来没有任何改动 (nothing was changed since it was sealed)${newest ? `\n  最新封印 (newest seal): ${newest}` : ''}`
      : '',
    '',
  ].join('\n')

const words = {
  'entry-changed': '审计记录被改动 (entry changed)',
  'entry-gone': '审计记录不见了 (entry gone)',
  'leaves-changed': '封存的摘要被改动 (digests changed)',
  'seal-changed': '封印被改动 (seal changed)',
  'seal-gone': '封印不见了 (seal gone)',
  'evidence-changed': '证据与存入时不同 (evidence is not as it was filed)',
  'evidence-gone': '存入过的证据不见了 (evidence gone)',
  'evidence-unlinked': '证据不再指向它证明的事 (evidence taken off what it was filed for)',
  'evidence-unrecorded': '证据没有存入记录 (evidence that nobody filed)',
  'file-changed': '证据文件被改动 (file changed)',
  'file-gone': '证据文件不见了 (file gone)',
} as const satisfies Record<Verified['breaches'][number]['kind'], string>
