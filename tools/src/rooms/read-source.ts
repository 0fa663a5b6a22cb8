import { parseSync, Visitor } from 'vite'

/** A module that a file asks for, in whatever way. */
export type Import = { readonly specifier: string; readonly line: number }

/** What the rules of the house need to know of a source file. */
export type Source = {
  /** From the root, with forward slashes. */
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly exportsDefault: boolean
  /** Whether the file does nothing but pass on what others export. */
  readonly isBarrel: boolean
}

/** Reads one file; stylesheets and SQL have lines only. */
export const readSource = (path: string, text: string): Source => {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  if (!/\.(ts|tsx|mjs)$/.test(path)) return { path, lines, imports: [], exportsDefault: false, isBarrel: false }

  const { program, module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const at = (offset: number) => text.slice(0, offset).split('\n').length
  const imports: Import[] = [
    ...module.staticImports.map(({ moduleRequest: asked }) => ({ specifier: asked.value, line: at(asked.start) })),
    ...module.staticExports
      .flatMap(statement => statement.entries.slice(0, 1))
      .flatMap(({ moduleRequest: asked }) => (asked ? [{ specifier: asked.value, line: at(asked.start) }] : [])),
    ...module.dynamicImports.map(({ moduleRequest: asked }) => ({
      specifier: literal(text.slice(asked.start, asked.end)),
      line: at(asked.start),
    })),
  ]
  new Visitor({
    TSImportType: node => {
      imports.push({ specifier: node.source.value, line: at(node.start) })
    },
  }).visit(program)

  const exported = module.staticExports.flatMap(statement => statement.entries)
  const passing = new Set(['ImportDeclaration', 'ExportAllDeclaration'])
  return {
    path,
    lines,
    imports,
    exportsDefault: exported.some(entry => entry.exportName.kind === 'Default' || entry.exportName.name === 'default'),
    isBarrel:
      exported.length > 0 &&
      program.body.every(
        statement =>
          passing.has(statement.type) ||
          (statement.type === 'ExportNamedDeclaration' && statement.declaration === null),
      ),
  }
}

/** A computed name cannot be checked: it is kept as written and refused by the rule of imports. */
const literal = (written: string): string => /^(['"`])([^'"`$]*)\1$/.exec(written.trim())?.[2] ?? `computed: ${written}`
