import type { Signed } from '../context.ts'
import { inChunks } from '../db/in-chunks.ts'
import { newPointCode } from '../points/point-code.ts'
import { createStandard } from '../standards/create-standard.ts'
import { publishStandard } from '../standards/publish-standard.ts'
import { readyStandards } from '../standards/ready-standards.ts'
import { samplePoints, sampleStandards } from './sample-points.ts'
import type { SampleWorld } from './sample-world.ts'
import { placed, type SampleCounty } from './write-county.ts'

/** The standards of the county, published, and the places that are held to them. */
export const writePoints = (
  world: SampleWorld,
  office: Signed,
  { units }: SampleCounty,
  rootId: string,
): Promise<void> =>
  world.inOne(async as => {
    const context = as(office)
    const ready = await readyStandards()
    for (const key of sampleStandards) {
      const one = ready.find(standard => standard.key === key)
      if (one === undefined) throw new Error(`The catalogue has no standard ${key}.`)
      const { title, pointType } = one
      const { id, version } = await createStandard(context, { unitId: rootId, title, pointType, ready: key })
      await publishStandard(context, { id, version, note: '按目录里的现成标准印发' })
    }
    const rows = samplePoints.map(point => {
      const { id: unit_id, path: unit_path } = placed(units, point.unit)
      return {
        tenant_id: world.tenantId,
        id: context.ids.next(),
        ...{ unit_id, unit_path, code: newPointCode(context.random), created_at: context.clock.now() },
        ...{ point_type: point.pointType, name: point.name, address: point.address },
        ...{ contact_name: point.contactName, contact_phone: point.contactPhone },
        ...{ longitude: point.longitude, latitude: point.latitude },
      }
    })
    await inChunks(rows, chunk => context.db.insertInto('points').values(chunk).execute())
  })
