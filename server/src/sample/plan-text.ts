import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays, addMonths, type PlainDate, partsOf } from '@luoshi/rules/plain-date'

export type SamplePlanName = 'old-estates' | 'civil-community' | 'property-service'

/** A plan of the sample, its days written so many days from the given one: `{{day -14}}`, `{{month 1}}`. */
export const planText = async (name: SamplePlanName, today: PlainDate): Promise<string> => {
  const text = await readFile(join(import.meta.dirname, 'plans', `${name}.md`), 'utf8')
  return text
    .replaceAll(/\{\{day (-?\d+)\}\}/g, (_, days: string) => spoken(addDays(today, Number(days))))
    .replaceAll(/\{\{month (\d+)\}\}/g, (_, months: string) => String(partsOf(addMonths(today, Number(months))).month))
}

const spoken = (date: PlainDate): string => {
  const { year, month, day } = partsOf(date)
  return `${year}年${month}月${day}日`
}
