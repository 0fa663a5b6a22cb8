import type { Criterion } from '@luoshi/contract/standards'
import type { Heading } from '../imports/headings.ts'

/** The sheet of criteria, as an office would head it. */
export const criteriaSheet = {
  name: '检查项',
  headings: [
    { key: 'section', words: '分组', needed: false, width: 14 },
    { key: 'text', words: '检查项', needed: true, width: 40 },
    { key: 'weight', words: '分值', needed: false, width: 8 },
    { key: 'critical', words: '一票否决', needed: false, width: 10 },
    { key: 'conforms', words: '符合', needed: false, width: 26 },
    { key: 'mostly', words: '基本符合', needed: false, width: 26 },
    { key: 'fails', words: '不符合', needed: false, width: 26 },
    { key: 'exceptions', words: '视为符合的情形', needed: false, width: 26 },
    { key: 'evidence', words: '必备材料', needed: false, width: 34 },
    { key: 'photo', words: '拍照', needed: false, width: 8 },
    { key: 'lookWhere', words: '看哪里', needed: false, width: 20 },
    { key: 'lookHow', words: '怎么看', needed: false, width: 26 },
    { key: 'id', words: '编号', needed: false, width: 38 },
  ],
} as const satisfies { name: string; headings: readonly Heading[] }

export const nameSheet = {
  name: '标准',
  title: '名称',
  pointType: '点位类型',
} as const

export const photoWords: Readonly<Record<Criterion['photo'], readonly string[]>> = {
  none: ['不拍', '不需要'],
  optional: ['可拍', '可选'],
  required: ['必拍', '必须'],
}
