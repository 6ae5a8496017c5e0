/**
 * A mark that this device has signed in, so that visitors never pay for a refused refresh. It holds no secret:
 * '1', or 'shared' on a shared computer, where it ends with the browser.
 */
const NAME = 'here'
const HALF_YEAR_S = 15_552_000

/** Pure, so that a server can read it too. */
export const hadSessionIn = (cookies: string): boolean => /(?:^|;\s*)here=/.test(cookies)

export const onSharedComputer = (): boolean => /(?:^|;\s*)here=shared/.test(document.cookie)

export function markSession(sharedComputer: boolean): void {
  const life = sharedComputer ? '' : `; max-age=${HALF_YEAR_S}`
  // biome-ignore lint/suspicious/noDocumentCookie: Cookie Store is not in every browser we serve
  document.cookie = `${NAME}=${sharedComputer ? 'shared' : '1'}; path=/${life}; samesite=lax`
}

export function unmarkSession(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Cookie Store is not in every browser we serve
  document.cookie = `${NAME}=; path=/; max-age=0; samesite=lax`
}
