import { severities } from '@luoshi/plan-compiler/4-check/codes'
import { type Sample, samples } from '@luoshi/plan-compiler/4-check/samples.testing'
import { compile } from '@luoshi/plan-compiler/compile'
import type { Diagnostic, Severity } from '@luoshi/plan-compiler/plan'

const severityZh: { readonly [S in Severity]: string } = { error: '错误', warning: '注意', info: '提示' }

const meaning: { readonly [S in Severity]: string } = {
  error: '照此无法执行 · cannot be run as written',
  warning: '请看一看 · look here',
  info: '写法 · style',
}

/** What a sample provokes; every sample provokes its own code. */
const provoked = ({ code, wrong }: Sample, language: 'zh' | 'en'): Diagnostic => {
  const { plans } = compile(wrong, { name: `${code}.md`, language })
  const found = plans.flatMap(plan => plan.diagnostics).find(diagnostic => diagnostic.code === code)
  if (!found) throw new Error(`the sample of ${code} does not provoke it`)
  return found
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map(line => `> ${line}`.trimEnd())
    .join('\n')

const row = (sample: Sample): string => {
  const { severity, message } = provoked(sample, 'zh')
  return `| [\`${sample.code}\`](#${sample.code}) | ${severityZh[severity]} ${severity} | ${message.what} |`
}

const section = (sample: Sample): string => {
  const zh = provoked(sample, 'zh')
  const en = provoked(sample, 'en')
  const remedy = zh.remedy ? ['', `一键改正 · One-click fix: \`${zh.remedy.text}\``] : []
  return [
    `## \`${sample.code}\``,
    '',
    `**${severityZh[zh.severity]} · ${zh.severity}**`,
    '',
    `${zh.message.what} ${zh.message.why} **${zh.message.fix}**`,
    '',
    `${en.message.what} ${en.message.why} **${en.message.fix}**`,
    ...remedy,
    '',
    quoted(sample.wrong),
  ].join('\n')
}

const opening = `# 方案里对不上的地方 · Diagnostics

\`luoshi compile\` 读方案时逐条检查,每一处都说明哪里不对、为什么要紧、怎么改。下面每个代码附一段会引出它的例文。
本页由 \`tools/src/write-diagnostics.ts\` 生成。

Reading a plan, \`luoshi compile\` reports what does not add up: what is wrong, why it matters, what to do. Each code is
shown with a passage that provokes it. This page is written by \`tools/src/write-diagnostics.ts\`.
`

/** The reference page of all diagnostics, made from their samples. */
export const diagnosticsPage = (): string => {
  const all = samples()
  const kinds = Object.entries(meaning).map(([severity, words]) => `- **${severity}** ${words}`)
  const table = ['| 代码 code | 级别 severity | 例 example |', '|---|---|---|', ...all.map(row)]
  const usual = `${all.length} 个代码,其中错误 ${Object.values(severities).filter(s => s === 'error').length} 个。`
  return [opening, ...kinds, '', usual, '', ...table, '', all.map(section).join('\n\n'), ''].join('\n')
}
