import { languageOf } from '../http/language.ts'
import { operations } from '../http/operations.ts'
import { getPoint, pointByCode } from './get-point.ts'
import { applyPoints, previewPoints } from './import-points.ts'
import { mapPoints } from './map-points.ts'
import { listPoints, listPointTypes } from './queries.ts'
import { archivePoint, changePoint, createPoint } from './write-point.ts'

const { points } = operations

export const pointsRoutes = {
  list: points.list.handler(({ context, input }) => listPoints(context, input)),
  map: points.map.handler(({ context, input }) => mapPoints(context, input)),
  types: points.types.handler(({ context }) => listPointTypes(context)),
  get: points.get.handler(({ context, input }) => getPoint(context, input.id)),
  byCode: points.byCode.handler(({ context, input }) => pointByCode(context, input.code)),
  create: points.create.handler(({ context, input }) => createPoint(context, input)),
  change: points.change.handler(({ context, input }) => changePoint(context, input)),
  preview: points.preview.handler(({ context, input }) =>
    previewPoints(context, input.file, languageOf(context.headers.get('accept-language'))),
  ),
  apply: points.apply.handler(({ context, input }) => applyPoints(context, input.file, input.digest)),
  archive: points.archive.handler(({ context, input }) => archivePoint(context, input)),
}
