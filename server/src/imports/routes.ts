import { operations } from '../http/operations.ts'
import { applyImport } from './apply-import.ts'
import { previewImport } from './preview-import.ts'

export const importsRoutes = {
  preview: operations.imports.preview.handler(({ context, input }) => previewImport(context, input.file)),
  apply: operations.imports.apply.handler(({ context, input }) => applyImport(context, input.id)),
}
