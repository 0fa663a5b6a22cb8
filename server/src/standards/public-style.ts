/** Paper, ink and seal, for a page that has nothing else: no script, no font to fetch. */
export const publicStyle = `
:root { color-scheme: light; --paper: #fbfaf7; --ink: #1f2328; --soft: #5b6067; --rule: #e4e0d8; --seal: #b3352b; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.75 "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
header { text-align: center; border-bottom: 2px solid var(--seal); padding-bottom: 1rem; margin-bottom: 1.25rem; }
.office { margin: 0; color: var(--seal); font: 1.1rem/1.6 "STZhongsong", "Noto Serif CJK SC", serif; letter-spacing: .1em; }
h1 { margin: .4rem 0; font: 700 1.6rem/1.4 "FZXiaoBiaoSong-B05S", "STZhongsong", "Noto Serif CJK SC", serif; text-wrap: balance; }
.sub { margin: 0; color: var(--soft); font-size: .95rem; }
.rule { border: 1px solid var(--rule); border-radius: 8px; padding: .6rem .9rem; }
h2 { margin: 1.75rem 0 .25rem; font: 700 1.15rem/1.6 "STZhongsong", "Noto Serif CJK SC", serif; }
ol { margin: 0; padding-left: 2rem; }
li { padding: .6rem 0; border-bottom: 1px solid var(--rule); break-inside: avoid; }
li::marker { color: var(--soft); font-variant-numeric: tabular-nums; }
.text { margin: 0; font-weight: 600; }
.seal { color: var(--seal); border: 1px solid currentColor; border-radius: 4px; padding: 0 .35em; font-size: .8rem; font-weight: 600; white-space: nowrap; }
.weight { color: var(--soft); font-size: .85rem; font-weight: 400; white-space: nowrap; }
dl { margin: .15rem 0 0; font-size: .95rem; }
dl div { display: grid; grid-template-columns: 5.2em 1fr; gap: .5rem; }
dt { color: var(--soft); }
dd { margin: 0; }
footer { margin-top: 2rem; color: var(--soft); font-size: .9rem; }
@media print {
  @page { size: A4; margin: 20mm 18mm; }
  body { background: none; font-size: 11pt; line-height: 1.6; }
  main { max-width: none; padding: 0; }
}
`
