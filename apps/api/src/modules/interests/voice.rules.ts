import { VOICE_MOST_BYTES, VOICE_TYPES, type VoiceType } from '@howcanwe/shared/interests'

const starts = (sound: Uint8Array, at: number, sign: string): boolean =>
  Buffer.from(sound.subarray(at, at + sign.length)).equals(Buffer.from(sign, 'latin1'))

/** How each of the three begins, whatever the sender calls it. */
const SIGNS: Record<VoiceType, (sound: Uint8Array) => boolean> = {
  'audio/webm': (sound) => starts(sound, 0, '\x1a\x45\xdf\xa3'),
  'audio/mp4': (sound) => starts(sound, 4, 'ftyp'),
  'audio/ogg': (sound) => starts(sound, 0, 'OggS'),
}

/**
 * What a recording is: what it is called and what it begins like have to agree, so that nothing else is ever kept
 * or played back under the name of a sound.
 *
 * @param named the content type, with or without its codecs: 'audio/webm;codecs=opus'
 * @returns undefined for anything that is not one of the three, is empty or is too long
 */
export function voiceTypeOf(named: string | undefined, sound: unknown): VoiceType | undefined {
  if (!(sound instanceof Uint8Array)) return undefined
  if (sound.length === 0 || sound.length > VOICE_MOST_BYTES) return undefined
  const type = named?.split(';')[0]?.trim().toLowerCase()
  return VOICE_TYPES.find((one) => one === type && SIGNS[one](sound))
}
