import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on the page as it stands that shuts somebody out or makes it hard; each with the element and the reason. */
const barriersOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source)
  return page.evaluate(async tags => {
    const axe = Reflect.get(globalThis, 'axe') as typeof import('axe-core') // put there just before
    const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly: tags })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`))
  }, rules)
}

/** The page is to be opened with less motion wished: what fades in has the contrast of a ghost. */
export const noBarriers = async (page: Page, where: string): Promise<void> => {
  expect([where, await barriersOn(page)]).toEqual([where, []])
}
