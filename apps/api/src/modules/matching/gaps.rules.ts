import type { Gaps } from '@howcanwe/shared/matching'
import { SKILLS } from '@howcanwe/shared/organisations'
import type { Asked, Evidence } from './matching.parts.rules.ts'

/** People a question names, in its own words. */
export interface Named {
  text: string
  /** Stems of `text`, less those that tell nobody apart. */
  words: readonly string[]
}

type Lacking = Omit<Gaps, 'pool' | 'silent'>

/**
 * Of those served least, the words that are theirs alone: who reaches carers does not yet reach carers who work nights.
 * All of their words where none are left.
 */
export function namedIn(affected: Named, least: Named): Named[] {
  const own = least.words.filter((w) => !affected.words.includes(w))
  const named = [affected, { ...least, words: own.length > 0 ? own : least.words }]
  return named.filter((n) => n.text.trim() !== '')
}

const isUncovered = (members: readonly Evidence[], areaId: string): boolean =>
  !members.some(
    (m) => m.works === 'district' || (m.works === 'areas' && m.areaIds.includes(areaId)),
  )

function roomsOf(members: readonly Evidence[]): Lacking['rooms'] {
  const rooms = members.flatMap((m) => m.premises)
  if (rooms.length === 0) return 'none'
  return rooms.some((r) => r.stepFree) ? null : 'steps'
}

/** What one answer asks is asked of each; less than that from all of them together is short. */
function hoursOf(asked: Asked, members: readonly Evidence[]): Lacking['hours'] {
  const there = members.reduce((sum, m) => sum + (m.spareHours ?? 0), 0)
  const need = asked.hoursPerMonth
  return need === null || there >= need ? null : { asked: need, there }
}

/**
 * What those already in do not bring together, for a broker to look for. It refuses nobody and moves no score (BR1, J-10).
 *
 * @param people who is affected and who is served least, as `namedIn` gives them
 */
export function gapsOf(
  asked: Asked,
  people: readonly Named[],
  members: readonly Evidence[],
): Lacking {
  const reached = members.flatMap((m) => m.reach).flatMap((r) => r.words)
  const skills = members.flatMap((m) => m.skills)
  return {
    areas: asked.areas.filter((a) => isUncovered(members, a.id)).map((a) => a.name),
    people: people.filter((p) => !p.words.some((w) => reached.includes(w))).map((p) => p.text),
    skills: SKILLS.filter((s) => !skills.includes(s)),
    rooms: roomsOf(members),
    hours: hoursOf(asked, members),
  }
}
