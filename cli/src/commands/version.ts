import manifest from '../../package.json' with { type: 'json' }
import { type Run, status } from '../command.ts'

export const version: Run = async (_args, { out }) => {
  out(`luoshi ${manifest.version}\n`)
  return status.clean
}
