import type { Line } from './page.ts'

/** What a plan attaches is named by links too. */
const isOfThePlan = /附件|《|\.(?:docx?|xlsx?|pdf|wps)/i

/** Hardly more than links. */
const isLinks = ({ text, linked }: Line): boolean =>
  linked > 0 &&
  text.length < 400 &&
  linked >= text.replace(/[\s|·>»\d、/]/g, '').length * 0.8 &&
  !isOfThePlan.test(text)

const enough = 3

/** Several links in one line, as in a bar at the top of a page. */
const isBar = ({ text }: Line): boolean => text.split(/[\s|·>»/]+/).filter(word => word !== '').length >= enough

/** Without menus: bars of links, and links one under another. */
export const withoutMenus = (lines: readonly Line[]): readonly Line[] => {
  const kept: Line[] = []
  let run: Line[] = []
  const settle = (): void => {
    if (run.length < enough) kept.push(...run.filter(line => !isBar(line)))
    run = []
  }
  for (const line of lines) {
    if (isLinks(line)) run.push(line)
    else {
      settle()
      kept.push(line)
    }
  }
  settle()
  return kept
}
