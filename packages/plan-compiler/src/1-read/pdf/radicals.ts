/** Radicals of the CJK supplement that fonts hand out for the character, and that no normal form maps. */
const supplement = new Map(
  '⺁厂⺇几⺌小⺎尢⺏尣⺐尢⺗心⺘手⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'
    .match(/../gu)
    ?.map(pair => [...pair] as [string, string]),
)

/** PDF fonts name some characters as radicals (⼀, ⽉, ⻔); the text has the characters themselves. Length is kept. */
export const withoutRadicals = (text: string): string =>
  text.replace(/[\u2e80-\u2fd5]/g, sign => supplement.get(sign) ?? sign.normalize('NFKC'))
