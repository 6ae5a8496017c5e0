import { screen, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { type Answers, renderPage } from '../../../test/render.tsx'
import {
  CHALLENGE_ID,
  challengeJson,
  interestJson,
  meJson,
  PLACE_ID,
  signedIn,
} from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { ResponsesPage } from './responses-page.tsx'

const ruth = meJson({
  roles: [{ placeId: PLACE_ID, role: 'commissioner' }],
  organisations: [],
})
const CRITERIA = [
  { name: 'Knows the people', goodLooksLike: 'They come to you already', weight: 40 },
  { name: 'Starts soon', goodLooksLike: 'Within six weeks', weight: 30 },
  { name: 'Shares', goodLooksLike: 'Others can copy it', weight: 30 },
]
export const draftJson = (state: string) => ({
  ...challengeJson,
  state,
  criteria: CRITERIA,
  missing: [],
  readFrom: null,
  readUntil: null,
  can: { change: false, read: false, open: false, readInterests: true, choose: true },
  version: 1,
  savedAt: '2026-01-01T09:00:00.000Z',
})
export const five = [1, 2, 3, 4, 5].map((n) => {
  const one = interestJson(n, { can: { change: false, withdraw: false } })
  const sector = n === 4 ? 'private' : 'community'
  return { ...one, organisation: { ...one.organisation, sector } }
})

export const DRAFT = `/desk/challenges/${CHALLENGE_ID}/decision-draft`
export const NOTHING_WRITTEN = {
  decisions: [],
  statement: '',
  reservedPlacesReason: '',
  savedAt: null,
}
export const open = (answers: Answers, state = 'choosing') =>
  renderPage(
    <Routes>
      <Route path={paths.responses.path} element={<ResponsesPage />} />
    </Routes>,
    {
      at: paths.responses({ challengeId: CHALLENGE_ID }),
      words: ['cohorts+desk', 'organisations'],
      hadSession: true,
      answers: {
        ...signedIn(ruth),
        [`GET /desk/challenges/${CHALLENGE_ID}`]: { body: draftJson(state) },
        [`GET /challenges/${CHALLENGE_ID}/interests`]: { body: { items: five } },
        [`GET /challenges/${CHALLENGE_ID}/answers`]: { body: { items: [] } },
        [`GET ${DRAFT}`]: { body: NOTHING_WRITTEN },
        [`PATCH ${DRAFT}`]: { body: { savedAt: '2099-03-06T10:00:00.000Z' } },
        ...answers,
      },
    },
  )

export const REASON = (n: number) => `Group ${n} is close to the people of Elmside already.`
export const SEEN = (n: number) => `People come to group ${n} every Tuesday, and stay.`
const COPIED = (n: number) => `Group ${n} wrote down how it began, for others.`
export const NOTE = (n: number) => `Ring Ines about group ${n}.`
export const whole = (n: number, kind: string) => ({
  interestId: five[n - 1]?.id,
  reason: REASON(n),
  criteria: [
    { position: 0, sentence: SEEN(n) },
    { position: 2, sentence: COPIED(n) },
  ],
  nextStep: { kind, note: NOTE(n) },
})
type User = Awaited<ReturnType<typeof open>>['user']
export async function decide(
  user: User,
  n: number,
  outcome: 'Chosen' | 'Not this time',
  reason = REASON(n),
) {
  const group = await screen.findByRole('group', { name: `Your decision on Group ${n}` })
  await user.click(within(group).getByRole('radio', { name: outcome }))
  const here = within(
    screen.getByText(new RegExp(`^Your answer to Group ${n}:`)).closest('li') as HTMLElement,
  )
  const write = async (name: RegExp, words: string) => {
    await user.click(here.getByLabelText(name))
    await user.paste(words)
  }
  await write(/What tipped the scale|Why not this time|Your reason/, reason)
  await write(/Knows the people/, SEEN(n))
  await write(/Shares/, COPIED(n))
  if (outcome === 'Not this time')
    await user.selectOptions(here.getByLabelText(/The next step/), 'Meet the broker')
  await write(/Say it in a sentence/, NOTE(n))
}
