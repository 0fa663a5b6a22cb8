import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asKept, catalogueFolder, catalogueNames, compileEntry } from './catalogue.ts'

/** Compiles every ready programme anew and keeps what comes out. Look at the difference before committing it. */
for (const name of catalogueNames()) {
  const { programme, diagnostics } = compileEntry(name)
  writeFileSync(join(catalogueFolder, name, 'programme.json'), asKept(programme))
  writeFileSync(join(catalogueFolder, name, 'diagnostics.json'), asKept(diagnostics))
}
