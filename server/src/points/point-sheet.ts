import type { Heading } from '../imports/headings.ts'

/** The sheet of points, as an office would head it; what is exported can be changed and read back. */
export const pointSheet = {
  name: '点位',
  headings: [
    { key: 'code', words: '编号', needed: false, width: 14 },
    { key: 'name', words: '点位名称', needed: true, width: 30 },
    { key: 'pointType', words: '类型', needed: true, width: 16 },
    { key: 'unit', words: '责任单位', needed: true, width: 26 },
    { key: 'address', words: '地址', needed: false, width: 36 },
    { key: 'contactName', words: '联系人', needed: false, width: 12 },
    { key: 'contactPhone', words: '联系电话', needed: false, width: 16 },
    { key: 'longitude', words: '经度', needed: false, width: 12 },
    { key: 'latitude', words: '纬度', needed: false, width: 12 },
    { key: 'note', words: '备注', needed: false, width: 30 },
  ],
} as const satisfies { name: string; headings: readonly Heading[] }
