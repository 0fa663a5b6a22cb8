import { defineWords } from '../ui/i18n.ts'

export const coverWords = defineWords(
  'coverPicture',
  {
    title: '遮挡人脸、车牌',
    hint: '按住拖出方框，盖住人脸和车牌。公开时只用遮挡后的那一份，原图不动；没有要遮的，也请看过后保存。',
    count: '{{count}} 处',
    undo: '撤掉最后一处',
    save: '保存遮挡后的图片',
    cancel: '取消',
    done: '已保存，公开时用遮挡后的图片',
    before: '{{who}}遮挡过，可以接着改',
  },
  {
    title: 'Cover faces and plates',
    hint: 'Drag boxes over faces and plates. Only the covered copy is ever public; the picture itself stays as it is. Where nothing is to be covered, look and save.',
    count: '{{count}} areas',
    count_one: '1 area',
    undo: 'Take the last away',
    save: 'Save the covered copy',
    cancel: 'Cancel',
    done: 'Saved: only the covered copy is public',
    before: 'covered by {{who}}, to be changed here',
  },
)
