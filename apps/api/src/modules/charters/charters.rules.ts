import type { CharterText } from '@howcanwe/shared/charters'
import {
  BLOCS,
  type Bloc,
  callsItselfCodesign,
  mayBeCalledCodesign,
} from '@howcanwe/shared/codesign'

export interface VoiceCount {
  bloc: Bloc
  /** Who takes part; whoever rests is not waited for. */
  members: number
  agree: number
  notYet: number
}

/** As many answers as a voice needs: two, or half of it (rounded up) where that is fewer (§4.2). */
export const enough = (members: number): number => Math.min(2, Math.ceil(members / 2))

/** One voice can live with it: enough have answered, and more than half of those agree. The database counts alike. */
export const voiceAgrees = ({ members, agree, notYet }: VoiceCount): boolean =>
  agree + notYet >= enough(members) && agree > notYet

/** A group agrees when residents are seated and every seated voice can live with it. */
export const groupAgrees = (voices: readonly VoiceCount[]): boolean =>
  voices.some(({ bloc, members }) => bloc === 'residents' && members > 0) &&
  voices.filter(({ members }) => members > 0).every(voiceAgrees)

/** All three voices, also those nobody sits in yet. */
export const withEmpty = (counted: readonly VoiceCount[]): VoiceCount[] =>
  BLOCS.map(
    (bloc) => counted.find((one) => one.bloc === bloc) ?? { bloc, members: 0, agree: 0, notYet: 0 },
  )

/** Whether a group of this name calls itself more than the say it gives (§2.11 [G]). */
export const promisesTooMuch = (name: string, { rung, decides }: CharterText): boolean =>
  !mayBeCalledCodesign(rung) && callsItselfCodesign(`${name} ${decides}`)
