import { VOICE_MOST_BYTES } from '@howcanwe/shared/interests'
import { describe, expect, it } from 'vitest'
import { voiceTypeOf } from './voice.rules.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const webm = bytes('\x1a\x45\xdf\xa3 a voice')
const mp4 = bytes('\x00\x00\x00\x18ftypM4A ')
const ogg = bytes('OggS a voice')

describe('what a phone records (EI1)', () => {
  it.each([
    ['Chrome and its webm', 'audio/webm;codecs=opus', webm, 'audio/webm'],
    ['Safari and its mp4', 'audio/mp4', mp4, 'audio/mp4'],
    ['Firefox and its ogg', 'audio/ogg; codecs=opus', ogg, 'audio/ogg'],
    ['a name in capitals', 'AUDIO/OGG', ogg, 'audio/ogg'],
    ['a sound under another sound’s name', 'audio/mp4', ogg, undefined],
    ['a page called a sound', 'audio/webm', bytes('<html><script>'), undefined],
    ['a document', 'application/pdf', bytes('%PDF-1.7'), undefined],
    ['a document called a sound', 'audio/ogg', bytes('%PDF-1.7'), undefined],
    ['a sound without a name', undefined, ogg, undefined],
    ['nothing', 'audio/ogg', bytes(''), undefined],
    ['the first three letters', 'audio/ogg', bytes('Ogg'), undefined],
    ['words', 'audio/ogg', 'OggS', undefined],
    [
      'more than 1 MiB',
      'audio/ogg',
      Buffer.concat([ogg, Buffer.alloc(VOICE_MOST_BYTES)]),
      undefined,
    ],
  ])('%s', (_, named, sound, type) => {
    expect(voiceTypeOf(named, sound)).toBe(type)
  })
})
