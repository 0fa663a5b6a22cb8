import { evidenceText } from '@luoshi/rules/evidence-words'
import { type Html, html } from '../http/html.ts'
import type { PublicStandard } from './public-standard.ts'
import { publicStyle } from './public-style.ts'

/** The page that the inspected read: what will be looked at and how it is judged, with version and date. Prints on A4. */
export const publicPage = (standard: PublicStandard): string => {
  const { title, pointType, unit, number, publishedOn, content } = standard
  const [year, month, day] = publishedOn.split('-').map(Number)
  const critical = content.filter(one => one.critical).length
  return page(
    title,
    html`<header>
  <p class="office">${unit}</p>
  <h1>${title}</h1>
  <p class="sub">适用于 <b>${pointType}</b> · 第 ${number} 版 · ${year ?? ''}年${month ?? ''}月${day ?? ''}日起执行 · 共 ${content.length} 条</p>
</header>
${critical > 0 && html`<p class="rule"><span class="seal">一票否决</span> 标有这个记号的 ${critical} 条，只要有一条不符合，整个点位就不合格。</p>`}
${sectionsOf(content).map(({ section, from, criteria }) => sectionOf(section, from, criteria))}
<footer>检查只按这份标准进行，不要求另建台账，不要求签到打卡。现场与标准不一致的，可以当场向检查人员说明。</footer>`,
  )
}

export const noPublicPage = (): string =>
  page(
    '没有找到这份标准',
    html`<header><h1>没有找到这份标准</h1></header>
<p class="rule">它可能还没有公布，或者已经停用。请向发给您链接的单位核实。</p>`,
  )

type Content = PublicStandard['content']

const sectionsOf = (content: Content) => {
  const sections: { readonly section: string; readonly from: number; readonly criteria: Content[number][] }[] = []
  for (const [index, one] of content.entries()) {
    const last = sections.at(-1)
    if (last?.section === one.section) last.criteria.push(one)
    else sections.push({ section: one.section, from: index + 1, criteria: [one] })
  }
  return sections
}

const sectionOf = (section: string, from: number, criteria: Content): Html => html`<section>
${section !== '' && html`<h2>${section}</h2>`}
<ol start="${from}">
${criteria.map(criterionOf)}
</ol>
</section>`

const criterionOf = (one: Content[number]): Html => html`<li>
  <p class="text">${one.text}${one.critical && html` <span class="seal">一票否决</span>`}${one.weight !== 1 && html` <span class="weight">${one.weight} 分</span>`}</p>
  <dl>
  ${told('符合', one.grades.conforms)}${told('基本符合', one.grades.mostly)}${told('不符合', one.grades.fails)}
  ${told('视为符合', one.exceptions.join('；'))}
  ${told('备查材料', evidenceText(one.evidence))}
  ${told('看哪里', [one.lookWhere, one.lookHow].filter(text => text !== '').join('；'))}
  ${told('拍照', one.photo === 'required' ? '检查时会拍照' : '')}
  </dl>
</li>
`

const told = (name: string, text: string | undefined): Html | false =>
  text !== undefined && text !== '' && html`<div><dt>${name}</dt><dd>${text}</dd></div>`

const page = (title: string, body: Html): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${html`<title>${title}</title>`.html}
<style>${publicStyle}</style>
</head>
<body><main>
${body.html}
</main></body>
</html>
`
