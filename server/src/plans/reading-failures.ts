import type { Compiled } from './compile-in-worker.ts'

export type ReadingFailure = Extract<Compiled, { kind: 'refused' }>['reason']

/** Why a document could not be read: what is wrong, and why it matters and what to do. */
export const readingFailures: Readonly<
  Record<ReadingFailure, Readonly<Record<'zh' | 'en', { readonly title: string; readonly detail: string }>>>
> = {
  empty: {
    zh: { title: '文件里没有内容', detail: '没有文字就读不出任务。请确认上传的是完整的文件，再传一次。' },
    en: {
      title: 'The file is empty',
      detail: 'There is no text to read. Check that it is the whole file and hand it in again.',
    },
  },
  'too-large': {
    zh: { title: '文件太大', detail: '超出一次能够读取的长度。请把方案正文单独存成一个文件再传。' },
    en: {
      title: 'The file is too large',
      detail: 'It is longer than can be read at once. Save the plan itself as a file of its own.',
    },
  },
  scanned: {
    zh: { title: '这份文件是扫描件', detail: '里面是图片，没有文字。请改传文字版，或先做文字识别，或把正文粘贴过来。' },
    en: {
      title: 'This file is a scan',
      detail: 'It holds pictures, not words. Hand in one with text, or paste the words.',
    },
  },
  'legacy-office': {
    zh: {
      title: '这是旧格式的文件（.doc、.wps、.rtf）',
      detail: '旧格式读不出结构。请在 Word 或 WPS 中另存为 .docx 再传。',
    },
    en: { title: 'An old format (.doc, .wps, .rtf)', detail: 'Save it as .docx in Word or WPS and hand it in again.' },
  },
  encrypted: {
    zh: { title: '文件设有密码', detail: '没有密码打不开。请去掉密码另存一份再传。' },
    en: { title: 'The file has a password', detail: 'Save a copy without it and hand that in.' },
  },
  'archive-bomb': {
    zh: { title: '文件展开后过大', detail: '为了安全没有展开。请重新另存为 .docx 或文本再传。' },
    en: {
      title: 'The file unpacks to too much',
      detail: 'It was not unpacked, for safety. Save it anew as .docx or text.',
    },
  },
  'archive-damaged': {
    zh: { title: '文件已损坏', detail: '文档打不开，可能是传输时缺了一段。请重新导出或再传一次。' },
    en: { title: 'The file is damaged', detail: 'It does not open; a part may be missing. Export or upload it again.' },
  },
  'not-a-document': {
    zh: { title: '这不是文档', detail: '能读的是 Word（.docx）、PDF、文本、Markdown 和网页。请换成其中一种再传。' },
    en: {
      title: 'Not a document',
      detail: 'Word (.docx), PDF, text, Markdown and HTML can be read. Hand in one of these.',
    },
  },
  'too-long': {
    zh: { title: '读取超时', detail: '这份文档用的时间远超正常，已经停下。请拆成几份再传，或联系管理员查看日志。' },
    en: {
      title: 'Reading took too long',
      detail: 'It was stopped. Hand it in in parts, or ask the administrator to look at the log.',
    },
  },
  broken: {
    zh: {
      title: '读取时程序出错',
      detail: '这是程序的问题，已记入日志，原文件完好。请稍后再传一次，仍不行请联系管理员。',
    },
    en: {
      title: 'The reader failed',
      detail: 'The fault is ours and is in the log; the file is kept. Try again, or ask the administrator.',
    },
  },
}
