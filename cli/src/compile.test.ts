import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { column, pdfOf } from '@luoshi/plan-compiler/1-read/pdf/written.testing'
import { docxOf } from '@luoshi/plan-compiler/1-read/read.testing'
import schema from '@luoshi/plan-compiler/plan.schema.json' with { type: 'json' }
import { schemaViolations } from '@luoshi/plan-compiler/schema-violations.testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const launcher = join(import.meta.dirname, '../bin/luoshi.mjs')

/** Another Node than the pinned one, where the machine has an older one. */
const olderNode = ['/usr/bin/node', '/usr/local/bin/node'].find(path => {
  if (!existsSync(path)) return false
  const version = execFileSync(path, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)/.exec(version)?.[1]) < 24
})

const run = (args: readonly string[], input = '', node = process.execPath, env: NodeJS.ProcessEnv = {}) =>
  spawnSync(node, [launcher, ...args], { input, encoding: 'utf8', env: { PATH: process.env.PATH, ...env } })

const sound = '清水街道植树方案\n\n一、工作安排\n由街道农业站在2026年3月12日前完成植树300棵。\n'
/** What has one right answer. */
const garbled = '清水街道植树方案\n\n一、工作安排\n由街道农业站在2026年2月31日前完成植树300棵。\n'
const wrong = '清水街道植树方案\n\n\n一、经费预算\n购苗经费共计9万元,其中树苗5万元、工具3万元。\n'

describe.each([process.execPath, ...(olderNode ? [olderNode] : [])])('luoshi under %s', node => {
  it('prints a compilation that fits the published schema', () => {
    const { stdout, status } = run(['compile', '-', '--json'], sound, node)
    const compilation: unknown = JSON.parse(stdout)
    expect(schemaViolations(schema, compilation)).toEqual([])
    expect(compilation).toMatchObject({ source: { name: 'stdin' }, plans: [{ title: '清水街道植树方案' }] })
    expect(status).toBe(0)
  })

  it('ends with 1 where the plan has errors', () => {
    expect(run(['compile', '-', '--json'], wrong, node).status).toBe(1)
  })

  it('ends with 2 and says what to do where the file is not there', () => {
    const { status, stderr } = run(['compile', 'no-such-plan.txt'], '', node)
    expect(status).toBe(2)
    expect(stderr).toContain('找不到文件“no-such-plan.txt”')
  })
})

it.skipIf(olderNode)('an older Node hands over to the pinned one (this machine has no older Node: not tried)', () => {
  expect(olderNode).toBeUndefined()
})

describe('luoshi compile', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'luoshi-cli-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('shows the outline, the counts, and each diagnostic with its line marked', () => {
    const { stdout, status } = run(['compile', '-'], wrong)
    expect(stdout).toContain('清水街道植树方案\n')
    expect(stdout).toContain('一、经费预算')
    expect(stdout).toMatch(/经费 \d/)
    expect(stdout).toContain('错误 [sum-mismatch] stdin:5:7')
    expect(stdout).toContain(' 5 │ 购苗经费共计9万元,其中树苗5万元、工具3万元。\n')
    expect(run(['compile', '-'], garbled).stdout).toContain('= 改法 可直接改为“2026年2月28日”')
    expect(stdout).toMatch(/1处错误，0处注意，0处提示\n$/)
    expect(status).toBe(1)
  })

  it('puts the marks under wide characters', () => {
    const [line = '', marks = ''] = run(['compile', '-'], wrong)
      .stdout.split('\n')
      .filter(text => text.includes('│'))
    const before = line.slice(line.indexOf('│') + 2, line.indexOf('9万元'))
    expect(marks.slice(marks.indexOf('│') + 2)).toBe(
      `${' '.repeat(before.length * 2)}${'^'.repeat('9万元'.length * 2 - 1)}`,
    )
  })

  it('counts lines and columns as in the file, empty lines and spaces included', () => {
    const file = join(folder, 'plan.txt')
    writeFileSync(file, `\ufeff\r\n  ${wrong.replaceAll('\n', '\r\n')}`)
    expect(run(['compile', file]).stdout).toContain(`${file}:6:7`)
  })

  it.each([
    ['plan.pdf', () => pdfOf([column(wrong.split('\n').filter(line => line !== ''))])],
    ['plan.docx', () => docxOf(wrong.replace(/(.+)\n/g, '<w:p><w:r><w:t>$1</w:t></w:r></w:p>').trim())],
    ['plan.html', () => Buffer.from(`<html><body>${wrong.replace(/(.+)\n/g, '<p>$1</p>')}</body></html>`)],
    ['plan.txt', () => Buffer.from(`\ufeff${wrong}`, 'utf16le')],
  ])('reads %s, from the disk and from another program', (name, bytes) => {
    const file = join(folder, name)
    writeFileSync(file, bytes())
    const { stdout, status } = run(['compile', file, '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout).plans).toMatchObject([
      { title: '清水街道植树方案', diagnostics: [{ code: 'sum-mismatch' }] },
    ])
    const piped = spawnSync(process.execPath, [launcher, 'compile', '-', '--json'], { input: readFileSync(file) })
    expect(JSON.parse(piped.stdout.toString()).plans).toHaveLength(1)
  })

  it('writes a corrected copy, which keeps what was not wrong as it was, and never writes over a file', () => {
    const file = join(folder, '植树.txt')
    const original = `\ufeff  ${garbled.replaceAll('\n', '\r\n')}`
    writeFileSync(file, original)
    const { stderr, stdout, status } = run(['compile', file, '--fix'])
    expect(stderr).toContain('改了1处')
    expect(readFileSync(join(folder, '植树.fixed.txt'), 'utf8')).toBe(original.slice(1).replace('2月31日', '2月28日'))
    expect(readFileSync(file, 'utf8')).toBe(original)
    expect(stdout).toContain('没有发现对不上的地方')
    expect(status).toBe(0)
    const again = run(['compile', file, '--fix'])
    expect(again.stderr).toContain('没有覆盖')
    expect(again.status).toBe(2)
  })

  it('writes no copy where nothing has one right answer', () => {
    const file = join(folder, 'sound.txt')
    writeFileSync(file, sound)
    expect(run(['compile', file, '--fix']).stderr).toContain('没有另存')
    expect(existsSync(join(folder, 'sound.fixed.txt'))).toBe(false)
    expect(run(['compile', '-', '--fix'], sound).status).toBe(2)
  })

  it('says the paragraph, or the row and cell, of a page', () => {
    const file = join(folder, 'plan.html')
    const [title = '', , , heading = '', sentence = ''] = wrong.split('\n')
    writeFileSync(file, `<html><body><h1>${title}</h1><p>${heading}</p><div><p>${sentence}</p></div></body></html>`)
    expect(run(['compile', file]).stdout).toContain(`[sum-mismatch] ${file}:第3段`)
    expect(run(['compile', file, '--lang', 'en']).stdout).toContain(`[sum-mismatch] ${file}:paragraph 3`)
  })

  it('speaks English where asked', () => {
    const { stdout } = run(['compile', '-', '--lang', 'en'], wrong)
    expect(stdout).toContain('error [sum-mismatch]')
    expect(stdout).toMatch(/1 error, 0 warnings, 0 infos\n$/)
  })

  it('fills in the year it is given', () => {
    const text =
      '清水街道植树方案\n一、实施步骤\n(一)动员阶段(3月1日至3月10日)。召开会议。\n(二)植树阶段(3月11日至3月31日)。组织植树。\n'
    const { plans } = JSON.parse(run(['compile', '-', '--json', '--year', '2026'], text).stdout)
    expect(plans[0].phases.at(-2).window).toMatchObject({ start: '2026-03-01', end: '2026-03-10' })
  })

  it('colours only where asked, or on a screen without NO_COLOR', () => {
    expect(run(['compile', '-'], wrong).stdout).not.toContain('\u001b[')
    expect(run(['compile', '-', '--color'], wrong).stdout).toContain('\u001b[')
  })

  it.each([
    [['compile'], '没有写要读的文件'],
    [['compile', 'a', 'b'], '一次只读一个文件'],
    [['compile', '-', '--lang', 'fr'], '--lang 只能是 zh 或 en'],
    [['compile', '-', '--year', '26'], '--year 要写四位年份'],
    [['compile', '-', '--yaer', '2026'], '选项“--yaer”不认识'],
    [['compile', '.'], '是文件夹'],
    [['conpile', 'a'], '没有“conpile”这个命令'],
  ])('%j is refused with a sentence', (args, sentence) => {
    const { status, stderr, stdout } = run(args, sound)
    expect(stderr).toContain(sentence)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })

  it('refuses an empty document with a sentence', () => {
    const { status, stderr } = run(['compile', '-'], '')
    expect(stderr).toContain('文件是空的')
    expect(status).toBe(2)
  })
})

it('luoshi help lists every command', () => {
  const { stdout, status } = run(['help'])
  for (const name of ['compile', 'help', 'version']) expect(stdout).toContain(`luoshi ${name}`)
  expect(status).toBe(0)
})

it('luoshi version prints the version', () => {
  expect(run(['version']).stdout).toMatch(/^luoshi \d+\.\d+\.\d+\n$/)
})
