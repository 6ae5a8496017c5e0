import type { Config } from '../../config.ts'
import type { Database } from '../../db/database.ts'
import { refuse as refuseRequest } from '../../http/app-error.ts'
import { textsOfDay } from '../notifications/index.ts'
import { takeTurnsAtTexts } from './identity.ask.queries.ts'
import { refuse } from './identity.errors.ts'
import { callingCodeOf, mayText, readPhone } from './identity.rules.ts'

/** Texts that somebody can set off alone; letters that are due anyway are not counted. */
const MADE_TO_SEND = [
  'identity.sign-in',
  'identity.new-phone',
  'identity.way-*',
  'supporters.*',
  'passkeys.*',
  'codesign.joined',
  'codesign.text-to-stranger',
] as const

/**
 * A number that may be texted here, as E.164. What it says depends on the number alone, never on who has it.
 *
 * @throws identity.texts_off · identity.number_not_texted · request.invalid for what is no number
 */
export function textable(config: Pick<Config, 'sms'>, typed: string, timeZone: string): string {
  if (config.sms.kind === 'none') throw refuse('identity.texts_off')
  const callingCode = callingCodeOf(timeZone)
  const phone = readPhone(typed, callingCode)
  if (!phone)
    throw refuseRequest('request.invalid', {
      fields: [{ pointer: '#/body/phone', code: 'invalid' }],
    })
  if (!mayText(phone, callingCode)) throw refuse('identity.number_not_texted')
  return phone
}

/** A number that may be texted here, as E.164, or undefined: for what is written by the way and never refused. */
export function textedNumber(
  config: Pick<Config, 'sms'>,
  typed: string,
  timeZone: string,
): string | undefined {
  const callingCode = callingCodeOf(timeZone)
  const phone = readPhone(typed, callingCode)
  return config.sms.kind !== 'none' && phone && mayText(phone, callingCode) ? phone : undefined
}

/** Whether one more text that a stranger set off still fits into today's; who asks takes turns, so that it holds. */
export async function fitsTexts(tx: Database, { smsPerDay }: Pick<Config, 'smsPerDay'>) {
  await takeTurnsAtTexts(tx)
  return (await textsOfDay(tx, MADE_TO_SEND)) < smsPerDay
}

/**
 * One more text with digits today, for everybody together: whoever is paid by the text cannot run up a bill. Those
 * who ask take turns until the transaction ends, so that the count holds.
 *
 * @throws identity.too_many_texts
 */
export async function spendText(tx: Database, { smsPerDay }: Pick<Config, 'smsPerDay'>) {
  if (!(await fitsTexts(tx, { smsPerDay }))) throw refuse('identity.too_many_texts')
}
