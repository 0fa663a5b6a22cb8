import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { expect, test } from 'vitest'
import { soundPlans } from '../../4-check/samples.testing.ts'
import { compile } from '../../compile.ts'
import { readBytes } from '../read-bytes.ts'

const office = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find(existsSync)

const song = { font: 'Noto Serif CJK SC', size: 32 }

/** A document as an office would lay it out: 28 signs to a line, running head, page number between dashes. */
const documentOf = (lines: readonly string[]): Document =>
  new Document({
    sections: [
      {
        properties: { page: { margin: { top: 2098, bottom: 1984, left: 1587, right: 1474, footer: 1587 } } },
        headers: { default: new Header({ children: [new Paragraph('内部资料 注意保存')] }) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] })],
          }),
        },
        children: lines.map(
          (text, i) =>
            new Paragraph({
              alignment: i === 0 ? AlignmentType.CENTER : AlignmentType.BOTH,
              indent: i === 0 ? {} : { firstLine: 640 },
              children: [new TextRun({ text, ...song, size: i === 0 ? 44 : 32 })],
            }),
        ),
      },
    ],
  })

test.skipIf(!office)(
  'READ-9 a plan that was printed to PDF is the plan that was written',
  { timeout: 180_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'luoshi-print-'))
    try {
      const [sound] = soundPlans()
      const lines = (sound?.text ?? '').split('\n').filter(line => line.trim() !== '')
      const docx = join(folder, 'plan.docx')
      writeFileSync(docx, await Packer.toBuffer(documentOf(lines)))
      const home = `-env:UserInstallation=file://${join(folder, 'home')}`
      execFileSync(office ?? '', [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx], {
        stdio: 'ignore',
      })
      const read = await readBytes(new Uint8Array(readFileSync(join(folder, 'plan.pdf'))), 'plan.pdf')
      if (read.kind === 'refused') throw new Error(read.reason)
      expect(read.text.split('\n')).toEqual(lines)
      expect(read.places.at(-1)?.page).toBeGreaterThan(1)
      const tasksOf = (text: string) =>
        compile(text, { name: 'a' }).plans.flatMap(plan => plan.tasks.map(task => task.text))
      expect(tasksOf(read.text)).toEqual(tasksOf(lines.join('\n')))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
