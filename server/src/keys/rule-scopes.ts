/** A key's scopes as the rules know them: `case:read` is `case.read`, `case:write` is everything on a case, `*` every noun. */
export const ruleScopes = (scopes: readonly string[]): readonly string[] =>
  scopes.map(scope => {
    const [noun = '', right] = scope.split(':')
    if (right === 'read') return `${noun}.read`
    return noun === '*' ? '*' : `${noun}.*`
  })
