import { archive } from './archive.ts'
import { caseExport } from './case-export.ts'
import { cases } from './cases.ts'
import { compileSpeed } from './compile-speed.ts'
import { machineLine } from './machine.ts'
import { observationImport } from './observation-import.ts'
import { phone } from './phone.ts'
import { points } from './points.ts'
import { requests } from './requests.ts'
import { scopedList } from './scoped-list.ts'
import { visits } from './visits.ts'
import { writing } from './writing.ts'

/** Each prints a table with both sides and says what it does not show. */
const benchmarks: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  compile: compileSpeed,
  'scoped-list': scopedList,
  cases,
  'case-export': caseExport,
  'observation-import': observationImport,
  points,
  archive,
  requests,
  phone,
  visits,
  writing,
}

const [name, ...args] = process.argv.slice(2)
const chosen = name === undefined ? Object.keys(benchmarks) : [name]
const unknown = chosen.find(candidate => !(candidate in benchmarks))
if (unknown !== undefined) {
  console.error(`There is no benchmark ${unknown}. There are: ${Object.keys(benchmarks).join(', ')}.`)
  process.exit(1)
}

console.log(machineLine())
for (const benchmark of chosen) {
  console.log(`\n── ${benchmark}`)
  await benchmarks[benchmark]?.(args)
}
