import { languageOf } from '../http/language.ts'
import { operations } from '../http/operations.ts'
import { applyImport } from './apply-import.ts'
import { previewImport } from './preview-import.ts'

export const importsRoutes = {
  preview: operations.imports.preview.handler(({ context, input }) =>
    previewImport(context, input.file, languageOf(context.headers.get('accept-language'))),
  ),
  apply: operations.imports.apply.handler(({ context, input }) => applyImport(context, input.id)),
}
