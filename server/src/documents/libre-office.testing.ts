import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readBytes } from '@luoshi/plan-compiler/1-read/read-bytes'

const run = promisify(execFile)

/** Whether LibreOffice is on this machine; a test that opens documents in it is skipped where it is not. */
export const hasLibreOffice = await run('soffice', ['--version']).then(
  () => true,
  () => false,
)

export type Printed = {
  readonly pages: number
  /** In points. */
  readonly width: number
  readonly height: number
  readonly text: string
}

/**
 * What LibreOffice prints of a document: its pages, and the words on them as our own reader of PDF finds them. Null where the part of
 * it that opens such documents is not installed.
 */
export const printed = async (bytes: Uint8Array, name: string): Promise<Printed | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-print-'))
  try {
    await writeFile(join(folder, name), bytes)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const { stderr } = await run('soffice', [
      '--headless',
      profile,
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, name),
    ])
    if (stderr.includes('source file could not be loaded')) return null
    const pdf = await readFile(join(folder, name.replace(/\.\w+$/, '.pdf')))
    const written = pdf.toString('latin1')
    const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(written)
    const read = await readBytes(new Uint8Array(pdf), 'printed.pdf')
    // Without Draw a picture is opened as the text it is written in.
    if ('text' in read && read.text.includes('xmlns')) return null
    return {
      pages: written.match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0,
      width: Math.round(Number(box?.[1])),
      height: Math.round(Number(box?.[2])),
      text: 'text' in read ? read.text : '',
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
