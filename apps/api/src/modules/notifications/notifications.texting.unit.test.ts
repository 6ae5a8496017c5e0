import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText, forTexting, septetsOf, TEXT_SEPTETS, textOf } from './notifications.texting.ts'

describe('a letter as a text', () => {
  it.each([
    ['“Carers’ Tuesday” – a break…', '"Carers\' Tuesday" - a break...'],
    ['Eén vraag: beëindigd, geïnd, ça va', 'Eén vraag: beeindigd, geind, ca va'],
    ['£25 an hour, €30 op zaterdag', '£25 an hour, €30 op zaterdag'],
    ['Łódź café', 'Łodz café'],
    ['नमस्ते', 'नमस्ते'],
  ])('%s reads %s', (words, text) => {
    expect(forTexting(words)).toBe(text)
  })

  it('says what it is about and where to go on, when it has no words of its own', () => {
    const paragraphs = ['Dear Amina', 'Read it:\nhttps://town.example/challenges/x\nThanks']
    expect(textOf({ subject: 'You have an answer', paragraphs })).toBe(
      'You have an answer https://town.example/challenges/x',
    )
    expect(textOf({ subject: 'Hello', paragraphs: ['No address'] })).toBe('Hello')
  })
})

describe('a text that is too long', () => {
  const address = `https://town.example/sign-in/link#${'t'.repeat(43)}`
  const whole = (name: string) =>
    `${name}: 482 913 is your code. Or open ${address}\n\n@town.example #482913`

  it('is left alone when it fits', () => {
    expect(cutText(whole('Northgate'))).toBe(whole('Northgate'))
  })

  it('loses words, never the address or what a browser reads in the last line', () => {
    const cut = cutText(whole('Northgate and Elmside '.repeat(12)))
    expect(septetsOf(cut)).toBeLessThanOrEqual(TEXT_SEPTETS)
    expect(cut).toContain(` ${address}\n`)
    expect(cut.split('\n').at(-1)).toBe('@town.example #482913')
    expect(cut).toMatch(/^Northgate and Elmside .*\.\.\. https/)
  })

  it('keeps an address that alone is longer than a text', () => {
    const long = `https://town.example/${'x'.repeat(400)}`
    expect(cutText(`Read this now ${long}`)).toBe(`... ${long}`)
  })

  it('whatever it says, ends within two messages with its address whole', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 90 }), fc.lorem({ maxCount: 20 }), (before, after) => {
        const cut = cutText(`${before} ${address} ${after}`)
        expect(septetsOf(cut)).toBeLessThanOrEqual(TEXT_SEPTETS)
        expect(cut.split(' ')).toContain(address)
      }),
    )
  })

  it.each([
    ['plain', 5],
    ['€5', 3],
    ['[x]', 5],
    ['नमस्ते', 14],
  ])('%s takes %i places', (text, places) => {
    expect(septetsOf(text)).toBe(places)
  })
})
