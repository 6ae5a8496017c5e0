import { expect, it } from 'vitest'
import { wordsIn } from '../notifications/index.ts'
import { declinedLetter, endedLetter, type HolderFacts, suspendedLetter } from './roles.words.ts'

const about: HolderFacts = {
  place: 'Northgate',
  role: 'facilitator',
  over: null,
  by: 'Joan',
  until: null,
  reason: 'Two sessions were cancelled on the day.',
  link: 'https://town.example/me/roles',
  contact: 'Ines, 020 7946 0000',
}

it.each([
  ['rests', suspendedLetter],
  ['has ended', endedLetter],
  ['is not given', declinedLetter],
])('whoever is reached by text reads why a role %s, and whom to ring', (_, letter) => {
  for (const language of ['en', 'nl'])
    expect(wordsIn(letter, language, about).text).toMatch(/Ines, 020 7946 0000.*cancelled/)
})
