import type { Span } from '@luoshi/plan-compiler/plan'

export type Selected = { readonly span: Span; readonly box: DOMRect }

/** The stretch of the document that is selected on the paper; null where nothing is, or where it reaches outside. */
export const selectedOn = (paper: HTMLElement): Selected | null => {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!paper.contains(range.commonAncestorContainer)) return null
  const [start, end] = [
    offsetOf(range.startContainer, range.startOffset),
    offsetOf(range.endContainer, range.endOffset),
  ]
  return start !== null && end !== null && start < end
    ? { span: { start, end }, box: range.getBoundingClientRect() }
    : null
}

/** The place in the text that a place in the page stands for; every piece of text says where it starts. */
const offsetOf = (node: Node, offset: number): number | null => {
  const piece = node.nodeType === Node.TEXT_NODE ? node.parentElement : childAt(node, offset)
  const start = piece?.closest('[data-start]')?.getAttribute('data-start')
  if (start === null || start === undefined) return null
  return Number(start) + (node.nodeType === Node.TEXT_NODE ? offset : 0)
}

const childAt = (node: Node, offset: number): Element | null => {
  const child = node.childNodes[Math.min(offset, node.childNodes.length - 1)] ?? node
  const element = child instanceof Element ? child : child.parentElement
  return element?.matches('[data-start]') ? element : (element?.querySelector('[data-start]') ?? element)
}
