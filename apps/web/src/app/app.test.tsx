import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../test/render.tsx'
import { LANGUAGES } from '../lib/i18n.ts'
import en from '../words/en/layout.json'
import { mostExactFirst } from './matched.tsx'
import { NAVIGATION } from './navigation.ts'
import { page } from './page.tsx'
import { paths, safeNext } from './paths.ts'
import { personaOf } from './place.ts'
import { AppRoutes } from './router.tsx'
import { SignedIn } from './signed-in.tsx'

const PLACE = '018f0000-0000-7000-8000-000000000001'
const PERSON = '018f0000-0000-7000-8000-000000000002'
const place = {
  id: PLACE,
  slug: 'northgate',
  name: 'Northgate and Elmside',
  timeZone: 'Europe/London',
  currency: 'GBP',
  languages: ['en', 'nl'],
  introduction: 'Two towns',
  contact: {
    name: 'Ines Okoro',
    role: 'Broker',
    phone: '020 7946 0123',
    email: 'ines@northgate.example',
    hours: null,
  },
  pay: null,
  areas: [],
  demo: true,
  texts: true,
  textTo: null,
}
const me = {
  id: PERSON,
  displayName: 'Ruth',
  email: 'ruth@northgate.example',
  phone: null,
  phoneProven: false,
  preferredChannel: 'email',
  language: 'en',
  roles: [{ placeId: PLACE, role: 'commissioner' }],
  asleep: [],
  organisations: [],
  version: 1,
}
const visitor: Answers = { 'GET /places/here': { body: place } }
const ruth: Answers = {
  ...visitor,
  'POST /auth/refresh': {
    body: { accessToken: 't', expiresInSeconds: 600, sharedComputer: false },
  },
  'GET /me': { body: me },
  'POST /auth/sign-out': { status: 204 },
}

describe('around every page', () => {
  it('a visitor finds the place, a named human with a telephone, and the way in', async () => {
    await renderPage(<AppRoutes />, { answers: visitor, at: paths.help() })
    expect(await screen.findByRole('heading', { level: 1, name: 'Help and people' })).toBeVisible()
    expect(screen.getByRole('banner')).toHaveTextContent('Northgate and Elmside')
    const foot = within(screen.getByRole('contentinfo'))
    expect(foot.getByText('Ines Okoro')).toBeVisible()
    expect(foot.getByRole('link', { name: '020 7946 0123' })).toHaveAttribute(
      'href',
      'tel:02079460123',
    )
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in')
    expect(document.title).toBe('Help and people – Northgate and Elmside')
  })

  it('the navigation says where someone is', async () => {
    await renderPage(<AppRoutes />, { answers: visitor, at: paths.help() })
    await screen.findByRole('heading', { level: 1 })
    const nav = within(screen.getByRole('navigation', { name: 'Main' }))
    expect(nav.getByRole('link', { name: 'Help' })).toHaveAttribute('aria-current', 'page')
  })

  it('the language changes without leaving the page, in the words and in the page itself', async () => {
    const { user } = await renderPage(<AppRoutes />, { answers: visitor, at: paths.help() })
    await screen.findByRole('heading', { name: 'Help and people' })
    await user.click(screen.getByRole('button', { name: 'Nederlands' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Hulp en mensen' })).toBeVisible()
    expect(document.documentElement.lang).toBe('nl')
  })

  it('an address that leads nowhere is said plainly, with ways on', async () => {
    await renderPage(<AppRoutes />, { answers: visitor, at: '/no/such/page' })
    expect(await screen.findByRole('heading', { level: 1, name: en.notFound.title })).toBeVisible()
    expect(screen.getByRole('link', { name: en.notFound.home })).toHaveAttribute('href', '/')
  })
})

describe('someone who is signed in', () => {
  it('sees their own second row and their name, and leaves nothing behind on signing out', async () => {
    localStorage.setItem('hcw:draft:x', '{}')
    const { user } = await renderPage(<AppRoutes />, {
      answers: ruth,
      at: paths.help(),
      hadSession: true,
    })
    expect(await screen.findByRole('link', { name: 'Desk' })).toBeVisible()
    expect(screen.getByText('Ruth')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    expect(await screen.findByRole('link', { name: 'Sign in' })).toBeVisible()
    expect(localStorage.getItem('hcw:draft:x')).toBeNull()
    expect(screen.queryByRole('link', { name: 'Desk' })).toBeNull()
  })

  it('is drawn a page that is for them, and told no on one that is not', async () => {
    await renderPage(<SignedIn roles={['commissioner']}>Your desk</SignedIn>, {
      answers: ruth,
      hadSession: true,
    })
    expect(await screen.findByText('Your desk')).toBeVisible()
    await renderPage(<SignedIn roles={['broker']}>Secret</SignedIn>, {
      answers: ruth,
      hadSession: true,
    })
    expect(await screen.findByRole('heading', { name: en.refused.title })).toBeVisible()
    expect(screen.queryByText('Secret')).toBeNull()
  })
})

describe('whose hat counts', () => {
  it.each([
    [false, ['broker'], 'visitor'],
    [true, [], 'resident'],
    [true, ['member'], 'small-charity'],
    [true, ['member', 'facilitator'], 'facilitator'],
    [true, ['member', 'commissioner'], 'commissioner'],
    [true, ['commissioner', 'broker'], 'broker'],
    [true, ['finance-clerk'], 'clerk'],
    [true, ['finance-clerk', 'steward'], 'steward'],
  ] as const)('signed in %s with %j is a %s', (signedIn, roles, persona) => {
    expect(personaOf(signedIn, roles)).toBe(persona)
  })

  it.each(Object.entries(NAVIGATION))(
    'a %s has at most five links, each with words',
    (_, links) => {
      expect(links.length).toBeLessThanOrEqual(5)
      const nav: Record<string, string> = en.nav
      for (const { words } of links) expect(nav[words]).toBeTruthy()
    },
  )
})

describe('addresses', () => {
  it('that are exact win over those with a gap, wherever they stand', () => {
    const one = page(async () => AppRoutes)
    const list = mostExactFirst([
      ['/groups/:groupId', one],
      ['/groups/leave', one],
      ['/groups/:groupId/join', one],
    ])
    expect(list.map(([path]) => path)).toEqual([
      '/groups/leave',
      '/groups/:groupId',
      '/groups/:groupId/join',
    ])
  })

  it('are written from their parts', () => {
    expect(paths.challenge({ slug: 'keep halls' })).toBe('/challenges/keep%20halls')
    expect(paths.challenges({}, { q: 'hall', theme: ['food', 'carers'], areaId: undefined })).toBe(
      '/challenges?q=hall&theme=food&theme=carers',
    )
  })

  it.each([
    ['/desk', '/desk'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    [null, '/'],
  ])('after signing in, %s leads to %s', (next, to) => {
    expect(safeNext(next)).toBe(to)
  })

  it('the interface speaks the languages the catalogues are written in', () => {
    expect(LANGUAGES.map(({ code }) => code)).toEqual(['en', 'nl'])
  })
})
