import type { RefusalReason } from '@luoshi/plan-compiler/1-read/read-bytes'

/** Why a document was not read, and what to do. */
export const refusals: { readonly [R in RefusalReason]: string } = {
  empty: '文件是空的。请检查是否存好了。(The file is empty; check that it was saved.)',
  'too-large': '文件太大。请拆开再读。(The file is too large; split it.)',
  scanned:
    '这份文件是扫描件,没有文字。请用文字版,或先做文字识别。(This file is a scan without text; use one with text.)',
  'legacy-office':
    '旧的 .doc、.wps、.rtf 格式读不了。请另存为 docx。(Old .doc, .wps and .rtf files cannot be read; save as docx.)',
  encrypted: '文件加了密码。请去掉密码再读。(The file has a password; remove it.)',
  'archive-bomb':
    '文件解开后大得不正常,没有读。请用 Word 重新另存一次。(The file unpacks to an abnormal size; save it anew.)',
  'archive-damaged': '文件损坏,解不开。请重新另存或重新下载。(The file is damaged; save or fetch it again.)',
  'not-a-document':
    '这不是文档。能读的有 txt、md、html、docx、pdf。(This is no document; txt, md, html, docx and pdf can be read.)',
}
