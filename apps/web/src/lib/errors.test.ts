import { ProblemError } from '@howcanwe/shared/http'
import type { i18n } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { fieldErrorsOf, fieldSentence, nameOf, sentenceOf } from './errors.ts'
import { createI18n } from './i18n.ts'

const problem = (code: string, errors?: { pointer: string; code: string; limit?: number }[]) =>
  new ProblemError({ type: 'about:blank', title: 'No', status: 400, code, errors })

let words: i18n
beforeAll(async () => {
  words = await createI18n('en')
  await words.loadNamespaces('problems')
})

describe('a JSON Pointer becomes the name of a field', () => {
  it.each([
    ['#/body/contact/email', 'contact.email'],
    ['#/body/criteria/0/weight', 'criteria.0.weight'],
    ['#/query/q', 'q'],
    ['#/body/a~1b/c~0d', 'a/b.c~d'],
    ['#/body/with%20space', 'with space'],
    ['#/body', ''],
  ])('%s is %s', (pointer, name) => {
    expect(nameOf(pointer)).toBe(name)
  })
})

describe('a refusal', () => {
  it('is said in a sentence a person understands', () => {
    expect(sentenceOf(words.t, problem('request.offline'))).toMatch(/no connection/i)
  })

  it('nobody has words for, and a fault of ours, are still a whole sentence', () => {
    const sorry = words.t('problems:server.unexpected')
    expect(sentenceOf(words.t, problem('made.up_code'))).toBe(sorry)
    expect(sentenceOf(words.t, new Error('boom'))).toBe(sorry)
  })

  it('names each field it is about', () => {
    const refused = problem('request.invalid', [
      { pointer: '#/body/pitch', code: 'too_short', limit: 20 },
    ])
    expect(fieldErrorsOf(refused)).toEqual([{ name: 'pitch', code: 'too_short', limit: 20 }])
    expect(fieldErrorsOf(new Error('boom'))).toEqual([])
  })

  it('says the limit of a field, in the singular too', () => {
    expect(fieldSentence(words.t, { name: 'a', code: 'too_long', limit: 160 })).toBe(
      'Keep this to 160 characters or fewer',
    )
    expect(fieldSentence(words.t, { name: 'a', code: 'too_short', limit: 1 })).toBe(
      'Write at least 1 character',
    )
  })

  it('prefers the words a form has for its own field, also inside a list', () => {
    words.addResourceBundle('en', 'sample', {
      errors: { criteria: { weight: { required: 'Give it a weight' } } },
    })
    const error = { name: 'criteria.2.weight', code: 'required' }
    expect(fieldSentence(words.t, error, 'sample')).toBe('Give it a weight')
    expect(fieldSentence(words.t, { name: 'other', code: 'required' }, 'sample')).toBe(
      'Answer this question',
    )
  })
})
