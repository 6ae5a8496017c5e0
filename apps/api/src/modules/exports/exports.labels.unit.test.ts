import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LABELS } from './exports.labels.ts'

type Tree = { [key: string]: string | Tree }
const screen = (language: string, noun: string): Tree =>
  JSON.parse(
    readFileSync(
      fileURLToPath(new URL(`../../../../web/src/words/${language}/${noun}.json`, import.meta.url)),
      'utf8',
    ),
  )

describe.each(['en', 'nl'] as const)('a list in %s', (language) => {
  const labels = LABELS[language]
  it('calls things what the screens call them', () => {
    const organisations = screen(language, 'organisations')
    const { themes } = screen(language, 'places')
    const { parts } = screen(language, 'matching')
    expect(labels.themes).toEqual(themes)
    expect(labels.parts).toEqual(parts)
    for (const kind of ['sectors', 'kinds', 'bands', 'skills', 'possibleWith'] as const)
      expect(labels[kind]).toEqual(organisations[kind])
    expect(labels.challengeStates).toMatchObject(screen(language, 'challenges').state as Tree)
    expect(screen(language, 'interests')).toMatchObject({
      states: labels.interestStates,
      together: labels.together,
    })
    expect(screen(language, 'cases')).toMatchObject({ stage: labels.stages })
    expect(screen(language, 'introductions')).toMatchObject({ outcome: labels.outcomes })
    expect(screen(language, 'introductions+desk')).toMatchObject({
      desk: { state: labels.introductionStates },
    })
    expect(screen(language, 'actors').kinds).toEqual(labels.actorKinds)
    expect(screen(language, 'practices')).toMatchObject({
      evidence: labels.evidence,
      copying: labels.copying,
    })
    expect(screen(language, 'support-exchange')).toMatchObject({
      kinds: labels.supportKinds,
      states: labels.supportStates,
    })
  })
})
