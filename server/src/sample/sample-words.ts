/** What people of the sample write. */
export const submitNotes: readonly string[] = [
  '已按要求完成，现场已复核。',
  '全部完成，居民反映良好。',
  '已完成，问题清单同步更新。',
  '已完成并向居民公示。',
  '逐栋核对完毕，没有遗漏。',
]
export const progressNotes: readonly string[] = [
  '已完成入户走访，正在汇总。',
  '已过半，剩余部分本周内推进。',
  '施工队已进场。',
  '已与物业、业委会商定方案。',
  '正在协调权属，进展顺利。',
]
export const returnReasons: readonly string[] = [
  '还有两栋未完成，请补齐后再报。',
  '现场抽查发现反弹，请再清理一遍。',
  '说明过于简单，请写明完成的范围。',
]
export const recordNotes: readonly string[] = [
  '正常',
  '发现 1 处问题，已当场处置',
  '已完成',
  '发现 2 处，已通知物业',
  '',
]
