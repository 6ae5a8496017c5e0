import { CONSTRAINT_KINDS, FLEX, INNOVATION, PREVENTION, ROUTES } from '@howcanwe/shared/challenges'
import { theme } from '@howcanwe/shared/places'
import { SQUEEZE_OUTS } from '@howcanwe/shared/squeeze-outs'
import * as z from 'zod/mini'
import { readDraft } from '../../../lib/drafts.ts'
import { deviceKey } from './use-composer.ts'
import type { Values } from './values.ts'

const s = z.string()
const key = z.int()
const values = z.object({
  ...{ opening: s, rest: s, summary: s, themes: z.array(theme), areaIds: z.array(z.uuid()) },
  ...{ whyNow: s, whoIsAffected: s, leastServed: s, outcome: s, notAtRisk: s },
  ...{ outcomeBy: s, organisationBenefit: s, lookedWhere: s, askCostReason: s },
  prevention: z.union([z.literal(''), z.enum(PREVENTION)]),
  eligibility: z.array(z.object({ key, question: s })),
  findingAnswers: z.array(z.object({ code: z.enum(SQUEEZE_OUTS), answer: s })),
  ...{ innovation: z.nullable(z.enum(INNOVATION)), inventReason: s },
  tried: z.array(z.object({ key, what: s, result: s })),
  constraints: z.array(
    z.object({ key, kind: z.enum(CONSTRAINT_KINDS), what: s, flex: z.enum(FLEX) }),
  ),
  ...{ participationPence: s, backfillPence: s, testsPence: s, accessPence: s },
  ...{ officerHours: s, otherOffer: s, payHourlyPence: s, payWhen: s, route: z.enum(ROUTES) },
  criteria: z.array(z.object({ key, name: s, goodLooksLike: s, weight: s })),
  ...{ hoursPerMonth: s, cohortSize: s, expectedInterests: s },
  ...{ closesOn: s, closesTime: s, resultsBy: s, startsOn: s, endsOn: s },
})

/** Words of an earlier visit that never reached the service; null when it has newer ones. For effects only. */
export function keptValues(challengeId: string, savedAt: Date): Values | null {
  const kept = readDraft(deviceKey(challengeId))
  if (!kept || kept.at <= savedAt) return null
  const parsed = z.safeParse(values, kept.value)
  return parsed.success ? parsed.data : null
}
