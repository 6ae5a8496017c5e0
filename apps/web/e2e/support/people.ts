import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createClient } from '@howcanwe/shared/http'
import { identityContract } from '@howcanwe/shared/identity'
import { notificationsContract } from '@howcanwe/shared/notifications'
import type { Page } from 'playwright-core'

export const PICTURES = fileURLToPath(new URL('../../../../.data/screenshots/', import.meta.url))

/** A typed client without a browser: for people whose clicks another test has shown. */
export const clientOf = (url: string, token?: string) =>
  createClient(
    async (r) => {
      const answer = await fetch(url + r.url, {
        method: r.method,
        headers: r.headers,
        body: r.body,
      })
      const text = await answer.text()
      return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
    },
    (): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {}),
  )

/** The newest letters to an address, as the inbox page shows them. */
export const lettersTo = async (url: string, to: string) =>
  (await clientOf(url)(notificationsContract.inbox, { query: { to } })).items

async function codeFor(url: string, email: string): Promise<string> {
  const [letter] = await lettersTo(url, email)
  const code = /\d{3} \d{3}/.exec(letter?.subject ?? '')?.[0]
  if (!code) throw new Error('no letter with six digits has come')
  return code
}

/** Somebody signs in with the six digits, in their browser. */
export async function signIn(page: Page, url: string, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Your email address').fill(email)
  await page.getByRole('button', { name: 'Send me the digits' }).click()
  await page.getByLabel('The six digits in the email').waitFor()
  await page.getByLabel('The six digits in the email').fill(await codeFor(url, email))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).first().waitFor({ state: 'attached' })
}

/** The same without a browser. */
export async function signedInClient(url: string, email: string) {
  const anyone = clientOf(url)
  const { requestId } = await anyone(identityContract.askToSignIn, { body: { email } })
  const { accessToken } = await anyone(identityContract.useCode, {
    body: { requestId, code: await codeFor(url, email) },
  })
  return clientOf(url, accessToken)
}

/** Keeps a picture of the whole page in .data/screenshots, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true })
}
