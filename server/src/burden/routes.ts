import { operations } from '../http/operations.ts'
import { getBurden } from './get-burden.ts'

const { burden } = operations

export const burdenRoutes = {
  get: burden.get.handler(({ context, input }) => getBurden(context, input)),
}
