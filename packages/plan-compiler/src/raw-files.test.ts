import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readBytes } from './1-read/read-bytes.ts'
import { compile } from './compile.ts'
import type { Compilation, Plan } from './plan.ts'

const folder = join(import.meta.dirname, '../../../../shared/plans')
const there = existsSync(join(folder, 'raw'))

const kinds = [
  ...(['groups', 'phases', 'tasks', 'duties', 'indicators', 'milestones'] as const),
  ...(['checklists', 'procedure', 'budget', 'consequences', 'references'] as const),
]

const files = (name: string): readonly string[] => readdirSync(join(folder, name)).sort()

/** An item without its place: the words of its span and what was read from them, signs and blanks left out. */
const toldBy = (text: string, plan: Plan, kind: (typeof kinds)[number]): readonly string[] =>
  plan[kind].map(({ span, ...item }) =>
    `${text.slice(span.start, span.end)} ${JSON.stringify(item, (key, value) => (key === 'span' ? undefined : value))}`
      .normalize('NFKC')
      .replace(/[\s\p{P}]/gu, ''),
  )

const itemsOf = ({ text, plans }: Compilation): readonly Readonly<Record<string, readonly string[]>>[] =>
  plans.map(plan => Object.fromEntries(kinds.map(kind => [kind, toldBy(text, plan, kind)])))

const rawRead = async (name: string): Promise<Compilation> => {
  const read = await readBytes(new Uint8Array(readFileSync(join(folder, 'raw', name))), name)
  if (read.kind === 'refused') throw new Error(`${name} was refused`)
  return compile(read.text, { name })
}

/*
 * The measure: plan by plan and kind by kind, the same items in the same order, with the same words, parties, dates, numbers
 * and doubts; only signs, blanks and offsets may differ. Without the folder of plans there is nothing to compare.
 */
describe.skipIf(!there)('as they came', () => {
  test.each(there ? files('raw') : ['no raw files here'])(
    'RAW-1 %s gives the same items as its cleaned cuts',
    async name => {
      const raw = await rawRead(name)
      const cuts = files('texts').filter(cut => cut.startsWith(name.slice(0, 4).replace('_', '-')))
      const read = cuts.map(cut => compile(readFileSync(join(folder, 'texts', cut), 'utf8'), { name: cut }))
      if (cuts.length > 0) expect(itemsOf(raw)).toEqual(read.flatMap(itemsOf))
    },
  )

  test.each(there ? files('raw') : ['no raw files here'])(
    'RAW-1 %s gives what each of its plans gives alone',
    async name => {
      const raw = await rawRead(name)
      const alone = raw.plans.map(({ span }) => compile(raw.text.slice(span.start, span.end), { name }))
      expect(alone.flatMap(itemsOf)).toEqual(itemsOf(raw))
    },
  )
})

const sample = [
  '青禾街道楼道整治方案',
  '为改善楼道环境,制定本方案。',
  '一、组织领导',
  '成立楼道整治工作领导小组,由街道办事处主任任组长,物业科科长任副组长。',
  '二、重点任务',
  '(一)更换楼道灯。物业科负责更换楼道灯,6月底前完成,亮灯率达到98%以上。',
  '(二)清理杂物。各社区每周清理一次楼道,并于每月25日前将情况报街道办事处。',
  '三、实施步骤',
  '第一阶段:动员部署(4月1日至4月20日)。召开动员会。',
  '第二阶段:集中整治(4月21日至6月30日)。逐栋整治。',
  '四、奖惩',
  '对工作不力的社区予以通报批评。',
]

const plain = (lines: readonly string[]) => itemsOf(compile(lines.join('\n'), { name: 'sample' }))

test('CLEAN-5 tabs of the margin are removed, those between cells stay; stars for a name that is left out stay', () => {
  const text = (...lines: readonly string[]) => compile(lines.join('\n'), { name: 'sample' }).text
  expect(text('\t各社区每周检查。', '1、\t清运堆物', '\t民政办\t5月底前')).toBe(
    '各社区每周检查。\n1、清运堆物\n\t民政办\t5月底前',
  )
  expect(text('由**任组长,**任副组长。')).toBe('由**任组长,**任副组长。')
})

test('CLEAN-4 a title set in several lines is one, in what is attached too', () => {
  const titles = (...lines: readonly string[]) => compile(lines.join('\n'), { name: 'sample' }).plans.map(p => p.title)
  expect(titles('青禾街道2026年', '楼道环境整治', '实施方案', ...sample.slice(1))).toEqual([
    '青禾街道2026年楼道环境整治实施方案',
  ])
  expect(titles('青禾街道办事处文件', '青办〔2026〕8号', '青禾街道楼道', '整治方案', ...sample.slice(1))).toEqual([
    '青禾街道楼道整治方案',
  ])
  expect(
    compile(['关于印发楼道整治方案的通知', '各社区:', '附件1', '青禾街道楼道', '整治方案'].join('\n'), {
      name: 'sample',
    }).text,
  ).toContain('青禾街道楼道整治方案')
})

const toned: Readonly<Record<string, string>> = { 整: 'zhěng', 灯: 'dēng', 楼: 'lóu', 区: 'qū', 办: 'bàn', 阶: 'jiē' }

describe('RAW-2 dirt in a file does not change what is read', () => {
  test('pinyin strewn after characters', () => {
    const dirty = sample.map(line => line.replace(/[整灯楼区办阶]/g, c => `${c}(${toned[c]})`))
    expect(plain(dirty)).toEqual(plain(sample))
  })

  test('advertising lines, blank lines and blanks before and after', () => {
    const dirty = sample.flatMap((line, i) => [
      `　　${line}  `,
      '',
      ...(i === 4 ? ['更多工作方案范文请关注本站。'] : []),
    ])
    expect(plain(dirty)).toEqual(plain(sample))
  })

  test('hard breaks inside sentences', () => {
    const broken = sample.map(line => line.replace('楼道,并于每月', '楼道,并于\n每月'))
    expect(plain(broken)).toEqual(plain(sample))
  })

  test('hard breaks inside dates, numbers and brackets', () => {
    const broken = sample.map(line =>
      line
        .replace('98%', '9\n8%')
        .replace('(4月21日至6月30日)', '(4月21日至6月30日\n)')
        .replace('每月25日前', '每月2\n5日前'),
    )
    expect(plain(broken)).toEqual(plain(sample))
  })

  test('tabs that set paragraphs in, or words apart from their number', () => {
    expect(plain(sample.map(line => `\t${line}`))).toEqual(plain(sample))
    expect(plain(sample.map(line => line.replace(/^(?:[一-四]、|\([一二]\))/, '$&\t')))).toEqual(plain(sample))
  })

  test('marks of Markdown in a text that is called no such thing', () => {
    const marked = sample.map(line =>
      /^[一-四]、/.test(line)
        ? `## ${line}`
        : line.replace(/^(\([一二]\)[^。]+。)/, '**$1**').replace('通报批评', '**通报批评**'),
    )
    expect(plain([`# ${marked[0]}`, ...marked.slice(1)])).toEqual(plain(sample))
    expect(plain(sample.map(line => line.replace(/^(\([一二]\)[^。]+)。/, '**$1**。')))).toEqual(plain(sample))
  })

  test('numbers that stand on lines of their own', () => {
    expect(plain(sample.map(line => line.replace(/^(?:[一-四]、|\([一二]\))/, '$&\n')))).toEqual(plain(sample))
  })

  test.each([
    ['wide', ''],
    ['wide with paragraphs set in', '　　'],
  ])('a text broken at one width, %s', (_, margin) => {
    const long = sample.map(line =>
      line.replace('逐栋整治', '由各社区会同物业企业对照清单逐栋逐层开展整治并由物业科组织验收'),
    )
    const broken = long.map(line => margin + (line.match(/.{1,24}/gu) ?? []).join('\n'))
    expect(plain(broken)).toEqual(plain(long))
  })

  test('several plans pasted one after another', () => {
    const three = ['一', '二', '三'].flatMap(n => [`楼道整治方案范文 篇${n}`, ...sample.slice(1)])
    const [first] = plain(['楼道整治方案范文 篇一', ...sample.slice(1)])
    expect(plain(three)).toEqual([first, first, first])
  })
})
