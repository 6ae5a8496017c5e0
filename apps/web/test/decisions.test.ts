import { PARTS, type Part, WEIGHTS } from '@howcanwe/shared/matching'
import { expect, it } from 'vitest'
import en from '../src/words/en/help.json'
import nl from '../src/words/nl/help.json'

const NAMED: Record<Part, [en: RegExp, nl: RegExp]> = {
  theme: [/what they are about \((\d+)\)/, /waar ze over gaan \((\d+)\)/],
  reach: [/whom and where they reach \((\d+)\)/, /wie en waar ze bereiken \((\d+)\)/],
  complement: [/what they would add \((\d+)\)/, /wat ze toevoegen \((\d+)\)/],
  livedExperience: [/lived experience \((\d+)\)/, /ervaring[a-z ]* \((\d+)\)/],
  time: [/the time they have \((\d+)\)/, /tijd[a-z ]* \((\d+)\)/],
  sphere: [/another sector \((\d+)\)/, /andere sector[a-z ]* \((\d+)\)/],
}

it.each(PARTS)('the page on decisions says how much %s really weighs (BR2)', (part) => {
  const said = [en, nl].map(
    (words, i) => NAMED[part][i]?.exec(JSON.stringify(words.decisions))?.[1],
  )
  expect(said).toEqual([String(WEIGHTS[part]), String(WEIGHTS[part])])
})
