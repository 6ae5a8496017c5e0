/** An address to copy by hand: where it does not fit on one line, it goes on after the name of the house. */
export function Address({ of }: { of: string }) {
  const slash = of.indexOf('/')
  if (slash < 0) return of
  return (
    <>
      {of.slice(0, slash)}
      <wbr />
      {of.slice(slash)}
    </>
  )
}
