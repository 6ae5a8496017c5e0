import type { Received, Result } from '@howcanwe/shared/http'
import { dayIn } from '@howcanwe/shared/places'
import type { squeezeOutsContract } from '@howcanwe/shared/squeeze-outs'
import type { Deps } from '../../deps.ts'
import { calendarOf, placeHere } from '../places/index.ts'
import { checkBrief } from './brief.rules.ts'
import { languageOf } from './reading.rules.ts'
import { RULES_VERSION } from './squeeze-outs.catalogue.ts'
import { checkText } from './squeeze-outs.rules.ts'

type Contract = typeof squeezeOutsContract.check
type Body = Received<Contract>['body']

/** Every word of a brief, to tell its language by. */
const wordsOf = ({ text, brief = {} }: Body): string =>
  text ??
  Object.values(brief)
    .filter((one) => typeof one === 'string')
    .join('\n')

/**
 * What in a text or brief keeps small organisations out, by the calendar of the place this address belongs to.
 * Nothing of it is stored or logged.
 *
 * @throws places.none_yet
 */
export async function check(
  { db, clock }: Deps,
  ask: { body: Body; host: string },
): Promise<Result<Contract>> {
  const { body, host } = ask
  const place = await placeHere(db, host)
  const calendar = await calendarOf(db, place.id)
  const at = clock()
  const language = body.language ?? languageOf(wordsOf(body))
  const findings =
    body.text === undefined
      ? checkBrief(body.brief ?? {}, { at, calendar }, language)
      : checkText(body.text, language, calendar)
  const count = (severity: 'red' | 'amber') =>
    findings.filter((f) => f.severity === severity).length
  return {
    findings,
    counts: { red: count('red'), amber: count('amber') },
    language,
    checkedOn: dayIn(calendar.timeZone, at),
    rulesVersion: RULES_VERSION,
  }
}
