import { describe, expect, it } from 'vitest'
import { nameInLetters } from './notifications.names.ts'

describe('a name in a letter to a stranger', () => {
  it.each([
    ['Joy Okafor', 'Joy Okafor'],
    ['Zoë van ’t Hoff-Şahin', 'Zoë van ’t Hoff-Şahin'],
    ['J.R.R. Tolkien', 'J.R.R. Tolkien'],
    ['Dr. A. Khan', 'Dr. A. Khan'],
    ['  Joy \n\n  Okafor\t', 'Joy Okafor'],
    ['Joy\u2028Okafor\u0085Sam', 'Joy Okafor Sam'],
    ['Your bank: https://pay.example/now', 'Your bank:'],
    ['Joy see WWW.prize', 'Joy see'],
    ['Win at prize.example/x today', 'Win at today'],
    ['Joy (evil.co.uk)', 'Joy'],
    ['joy@evil.example', 'somebody'],
    ['pay 10.0.0.1/x', 'pay'],
    ['ev\u200bil.ex\u200bample', 'somebody'],
    ['evil．example and evil。example', 'and'],
    ['xn--e1a.xn--p1ai', 'somebody'],
    ['…', 'somebody'],
    ['', 'somebody'],
    [null, 'somebody'],
    ['J'.repeat(80), 'J'.repeat(40)],
    ['👩‍🚀', 'somebody'],
  ])('%j is written %j', (name, written) => {
    expect(nameInLetters(name, 'en')).toBe(written)
  })

  it('is nobody in particular in Dutch too', () => {
    expect(nameInLetters('http://x', 'nl')).toBe('iemand')
  })

  it('that is very long takes no time', () => {
    expect(nameInLetters('a.'.repeat(50_000), 'en')).toHaveLength(40)
  })
})
