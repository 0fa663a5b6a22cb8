import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { absentPlatforms, type Lock } from './absent-platforms.ts'

/** Adds the packages of other platforms that npm left out of package-lock.json. Run after adding a dependency. */
const path = join(import.meta.dirname, '../../package-lock.json')
const lock: Lock = JSON.parse(readFileSync(path, 'utf8'))
const absent = absentPlatforms(lock)
const packages = Object.entries({ ...lock.packages, ...absent }).toSorted(([a], [b]) => a.localeCompare(b, 'en'))
writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`)
console.log(`${Object.keys(absent).length} packages of other platforms added to package-lock.json`)
