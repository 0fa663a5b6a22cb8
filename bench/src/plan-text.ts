import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Chance, seededChance } from '@luoshi/rules/seeded-chance'

const catalogue = join(import.meta.dirname, '../../catalogue')

const ready: readonly string[] = readdirSync(catalogue, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && /^a\d\d-/.test(entry.name))
  .map(({ name }) => readFileSync(join(catalogue, name, 'plan.md'), 'utf8'))

/**
 * A collection of work plans of at least so many bytes in UTF-8, the same for the same size: the ready plans of the
 * catalogue, none of them twice alike. Places, names, days and figures are others each time, and so is what is left out.
 */
export const planText = (bytes: number): string => {
  const plans: string[] = []
  let written = 0
  for (let number = 0; written < bytes; number += 1) {
    const plan = varied(ready[number % ready.length] ?? '', seededChance(number))
    plans.push(plan)
    written += Buffer.byteLength(plan) + 2
  }
  return plans.join('\n\n')
}

const syllables = [...'青石云溪柳堤滨河东门南桥梅园松林长安永宁新丰江湾龙泉双井西坪莲塘']
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张']
const givenNames = [...'明华玉兰建国芳丽强伟敏静磊洋勇艳杰涛秀英霞平刚桂文辉力健']

/** A line in twelve is left out, and every figure and name that may be another is one. */
const varied = (plan: string, lot: Chance): string =>
  plan
    .split('\n')
    .filter((line, at) => at === 0 || line.length < 12 || !lot.oneIn(12))
    .join('\n')
    .replace(/\d{1,2}(?=日)/g, () => String(1 + lot.below(28)))
    .replace(/\d{2,3}(?=%|个|名|户|处|万|分)/g, figure => String(Number(figure) + lot.below(9) - 4))
    .replace(/[\u4e00-\u9fff]{2}(?=街道|社区|镇(?!街))/g, name =>
      lot.oneIn(2) ? name : lot.pick(syllables) + lot.pick(syllables),
    )
    .replace(/(?<=[长任记员])[\u4e00-\u9fff]{2}(?=[任、，,。；;])/g, name =>
      lot.oneIn(2) ? name : lot.pick(surnames) + lot.pick(givenNames),
    )
