/** Where to go after signing in: only ever to a page of this desk, whatever the address says. */
export const backPath = (back: string | undefined): string => {
  if (back === undefined || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(back)) return '/'
  return back.startsWith('/sign-in') || back.startsWith('/setup') ? '/' : back
}
