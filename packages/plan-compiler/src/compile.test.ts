import { sha256Hex } from '@luoshi/rules/sha256'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './1-read/canonical.ts'
import { clean } from './1-read/clean.ts'
import { compile } from './compile.ts'

const marker = fc.constantFrom(
  '一、',
  '二、',
  '(一)',
  '（二）',
  '1、',
  '2.',
  '(3)',
  '①',
  '第一阶段:',
  '一是',
  '第二章 ',
  '第三条 ',
  '● ',
  '',
)
const phrase = fc.constantFrom(
  '各社区要每周检查一次',
  '由城管局牵头',
  '责任单位:住建局、各镇(街道)',
  '成立领导小组,由书记任组长',
  '组长:张三',
  '成员:',
  '知晓率达80%以上',
  '4月1日至6月底',
  '20xx年12月',
  '每季度评比',
  '无乱堆乱放',
  '有活动记录',
  '否则为不符合',
  '经费10万元',
  '予以通报批评',
  '《环境卫生条例》',
  '自评80分以上的向街道申报',
  '工作方案如下:',
  '任务\t责任单位\t时限',
  '工作目標',
  '環境(huán)整治',
  '(',
  ')',
  '“',
  '、',
  ',',
  '。',
  ';',
  ':',
  '\n',
  '\t',
  ' ',
  '篇二',
  '【篇3】',
  '方案一。',
  '\ufffd',
  '\ud83d',
  'XXX',
  '20**',
  '十',
  '零事故',
)
const line = fc.tuple(marker, fc.array(phrase, { maxLength: 8 })).map(([m, words]) => m + words.join(''))
const structured = fc.array(line, { maxLength: 40 }).map(lines => lines.join('\n'))
const anyText = fc.oneof(
  structured,
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: fc.constantFrom(...'一(、)1.各局要每月日%元无为符合第篇阶段:;,。\n\t'), maxLength: 300 }),
)

const spansIn = (tree: unknown): readonly { start: number; end: number }[] => {
  if (typeof tree !== 'object' || tree === null) return []
  const own = 'span' in tree ? [tree.span as { start: number; end: number }] : []
  return [...own, ...Object.values(tree).flatMap(spansIn)]
}

test('ANY-1 no text makes the compiler throw, and every span lies within the text', () => {
  fc.assert(
    fc.property(anyText, text => {
      const { text: cleaned, plans } = compile(text, { name: 'any.txt' })
      for (const { start, end } of spansIn(plans)) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(cleaned.length)
      }
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('ANY-2 plans do not overlap, and the same text gives the same reading', () => {
  fc.assert(
    fc.property(structured, text => {
      const { plans } = compile(text, { name: 'any.txt' })
      for (const [i, plan] of plans.entries())
        expect(plan.span.start).toBeGreaterThanOrEqual(plans[i - 1]?.span.end ?? 0)
      expect(compile(text, { name: 'any.txt' }).plans).toEqual(plans)
    }),
    { numRuns: 100 },
  )
}, 60_000)

test('CLEAN-1 cleaning what is clean changes nothing, and the canonical text is as long as the cleaned', () => {
  fc.assert(
    fc.property(anyText, text => {
      const once = clean(text)
      expect(canonical(once)).toHaveLength(once.length)
    }),
  )
  const plan = '一、目标\n街面干净整洁。'
  expect(clean(plan)).toBe(plan)
})

test('CLEAN-2 strewn pinyin, stray marks and invisible characters are gone', () => {
  expect(clean("整頓(dùn)環境(jìng)\u200b,提高的'水平。.")).toBe('整頓環境,提高的水平。')
  expect(clean('垃圾桶(LED)')).toBe('垃圾桶(LED)')
})

test('CLEAN-3 a line broken off inside a sentence is joined to the next', () => {
  const broken = '各社区要对照标准认真开展排查,列出问题清单,明确整改措施,逐\n项整改到位,确保按期完成任务。'
  expect(clean(broken)).toBe(broken.replace('\n', ''))
})

test('CANON-1 analysis sees simplified characters and half-width signs', () => {
  expect(canonical('責任單位：環衛所（１０％）')).toBe('责任单位:环卫所(10%)')
  expect(canonical('計畫書，繪畫')).toBe('计划书,绘画')
})

test('YEAR-1 a year given from outside fills in what the plan leaves out', () => {
  const text = '一、步骤\n(一)动员阶段(4月1日至4月15日)。\n(二)整治阶段(20xx年5月)。'
  const dates = (year?: number) =>
    compile(text, { name: 'p', ...(year ? { year } : {}) }).plans[0]?.phases.map(p => p.window?.start)
  expect(dates()).toEqual(['04-01', '05-01'])
  expect(dates(2026)).toEqual(['2026-04-01', '2026-05-01'])
})

test('HASH-1 the source is known by the digest of its bytes', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(compile('abc', { name: 'p' }).source.sha256).toBe(sha256Hex('abc'))
})

const notice = [
  '澄江区人民政府办公室关于印发澄江区楼道照明三年行动方案的通知',
  '各街道:',
  '现将方案印发给你们,请认真执行。',
  '澄江区人民政府办公室',
  '2026年3月6日',
  '澄江区楼道照明三年行动方案',
  '为改善照明,制定本方案。',
  '一、任务',
  '各街道每月检查一次楼道灯。',
  '二、要求',
  '压实责任。',
  '附件:1.任务分工表',
  '2.楼道照明标准',
  '附件1',
  '任务分工表',
  '工作任务\t责任单位',
  '更换楼道灯\t区住建局',
  '附件2',
  '楼道照明标准',
  '1.灯具完好,无破损。',
  '2.开关灵敏,无裸露电线。',
]

test('TITLE-2 a notice that issues a plan gives it its issuer; the plan has a title of its own', () => {
  const [plan] = compile(notice.join('\n'), { name: 'p' }).plans
  expect([plan?.title, plan?.issuer]).toEqual(['澄江区楼道照明三年行动方案', '澄江区人民政府办公室'])
})

test('TREE-4 what is attached belongs to no section, and the list of it opens none', () => {
  const [plan] = compile(notice.join('\n'), { name: 'p' }).plans
  expect(plan?.outline.flatMap(({ marker, heading }) => marker ?? heading)).toEqual([
    '一、',
    '二、',
    '任务分工表',
    '楼道照明标准',
  ])
  expect(plan?.tasks.find(t => t.text === '更换楼道灯')?.section).toBe('任务分工表')
  expect(plan?.checklists.map(c => [c.pointType, c.items.length])).toEqual([['楼道照明', 2]])
  expect(plan?.diagnostics.filter(d => d.code.startsWith('numbering'))).toEqual([])
})
