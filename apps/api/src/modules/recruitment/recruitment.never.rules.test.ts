import { describe, expect, it } from 'vitest'
import { askedDespite, sensitiveUnmarked } from './recruitment.never.rules.ts'

const asked = (name: string, special = false, answers = ['Yes', 'No']) => [
  {
    name,
    special,
    features: answers.map((one) => ({
      name: one,
      min: 0,
      max: 6,
      leastServed: false,
      affected: null,
    })),
  },
]

describe('what no draw asks, however it is marked (CD1, CD7)', () => {
  it.each([
    'Do you get Universal Credit?',
    'Which BENEFITS does your household have?',
    'Krijgt u een uitkering?',
    'Ontvangt u huur- of zorgtoeslagen?',
    'What is your immigration status?',
    'Are you a refugee?',
    'Wat is uw nationaliteit?',
    'Hebt u een verblijfsvergunning?',
    'Do you have a long-term illness?',
    'Have you been diagnosed with something?',
    'Bent u vaak ziek?',
  ])('%s', (question) => {
    expect(askedDespite(asked(question))).toEqual([0])
    expect(askedDespite(asked(question, true))).toEqual([0])
  })
  it('nor in one of the answers', () => {
    expect(askedDespite(asked('How do you live?', false, ['From benefits', 'From work']))).toEqual([
      0,
    ])
  })
  it.each([
    'Where do you live?',
    'How old are you?',
    'Who do you care for?',
    'Do you rent your home?',
    'Waar woont u?',
    'Are you still in school, will you be next year, or are you at work?',
  ])('but this, yes: %s', (question) => {
    expect(askedDespite(asked(question))).toEqual([])
    expect(sensitiveUnmarked(asked(question))).toEqual([])
  })
})

describe('what a law sets apart is asked as sensitive alone (UK GDPR art. 9)', () => {
  it.each([
    'Are you a disabled person?',
    'Which ethnic group are you from?',
    'Wat is uw geloof?',
    'Hebt u een beperking?',
  ])('%s', (question) => {
    expect(sensitiveUnmarked(asked(question))).toEqual([0])
    expect(sensitiveUnmarked(asked(question, true))).toEqual([])
  })
  it('while an area may be called Church Street', () => {
    const where = asked('Where do you live?', false, ['Church Street', 'Elmside'])
    expect(sensitiveUnmarked(where)).toEqual([])
  })
})
