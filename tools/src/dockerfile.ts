/** One instruction of a Dockerfile, with the stage that it belongs to. */
export type Instruction = { readonly stage: string; readonly word: string; readonly rest: string }

export type Copy = { readonly stage: string; readonly from: string | null; readonly paths: readonly string[] }

/** Reads a Dockerfile into its instructions; lines that end in a backslash are joined. */
export const readDockerfile = (text: string): readonly Instruction[] => {
  const lines = text
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
  let stage = ''
  return lines.map(line => {
    const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? []
    if (word === 'FROM') stage = /\sAS\s+(\S+)/i.exec(rest)?.[1] ?? ''
    return { stage, word, rest }
  })
}

export const stagesOf = (
  instructions: readonly Instruction[],
): readonly { readonly name: string; readonly on: string }[] =>
  instructions
    .filter(({ word }) => word === 'FROM')
    .map(({ stage, rest }) => ({ name: stage, on: rest.split(/\s+/)[0] ?? '' }))

export const copiesOf = (instructions: readonly Instruction[]): readonly Copy[] =>
  instructions
    .filter(({ word }) => word === 'COPY')
    .map(({ stage, rest }) => {
      const parts = rest.split(/\s+/)
      const from = parts.find(part => part.startsWith('--from='))?.slice('--from='.length) ?? null
      return { stage, from, paths: parts.filter(part => !part.startsWith('--')).slice(0, -1) }
    })

/** What ENV sets, in every stage. */
export const settingsOf = (instructions: readonly Instruction[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    instructions
      .filter(({ word }) => word === 'ENV')
      .flatMap(({ rest }) => [...rest.matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value])),
  )
