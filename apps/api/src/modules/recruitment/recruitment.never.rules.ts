import type { TargetCategory } from '@howcanwe/shared/recruitment'

/**
 * What no draw asks, in any wording we can think of: benefits, immigration, diagnosis (CD1, CD7; issue 5, line 1).
 * Lower case; a star stands for any letters. The database holds the same two lists and keeps them (HW176, HW179).
 */
export const NEVER_ASKED = [
  ...['benefit', 'benefits', 'universal credit', 'tax credit', 'tax credits', 'jobseeker*', 'pip'],
  ...['welfare', '*uitkering*', 'bijstand*', '*toeslag', '*toeslagen', 'wajong', 'wia', 'ww'],
  ...['immigra*', 'migra*', 'visa', 'asylum', 'refugee*', 'residence permit', 'right to work'],
  ...['leave to remain', 'settled status', 'undocumented', 'nationalit*', 'citizenship'],
  ...['passport*', 'asiel*', 'vluchteling*', 'statushouder*', 'verblijfs*', 'paspoort*'],
  ...['staatsburger*', 'diagnos*', 'illness*', 'ill', 'disease*', 'medical condition*'],
  ...['health condition*', 'mental health', 'medication*', 'cancer', 'dementia', 'depress*'],
  ...['autis*', 'adhd', 'hiv', 'ziek*', 'aandoening*', 'medicijn*', 'kanker', 'dementie'],
  ...['psychisch*'],
] as const

/** What a law sets apart (UK GDPR art. 9): asked only as sensitive, with a consent of its own. */
export const SPECIAL = [
  ...['disab*', 'health', 'ethnic*', 'race', 'racial', 'colour', 'religio*', 'faith', 'belief*'],
  ...['church', 'mosque', 'muslim*', 'christian*', 'sexual*', 'gay', 'lesbian*', 'transgender'],
  ...['trade union*', 'politic*', 'vote*'],
  ...['handicap*', 'beperking*', 'gezondheid', 'etni*', 'afkomst', 'huidskleur', 'ras', 'geloof'],
  ...['godsdienst*', 'religie*', 'kerk', 'moskee', 'moslim*', 'seksu*', 'homo*', 'lesbisch*'],
  ...['vakbond*', 'politiek*', 'stemt', 'stemmen'],
] as const

const pattern = (words: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}])(${words.map((word) => word.replaceAll('*', '\\p{L}*')).join('|')})(?![\\p{L}])`,
    'iu',
  )
const never = pattern(NEVER_ASKED)
const special = pattern(SPECIAL)

const saidIn = ({ name, features }: TargetCategory): string =>
  [name, ...features.map((one) => one.name)].join(' · ')

/** @returns the places of questions that ask what we promise never to ask */
export const askedDespite = (categories: readonly TargetCategory[]): number[] =>
  categories.flatMap((one, at) => (never.test(saidIn(one)) ? [at] : []))

/**
 * By the question alone: an answer may be called Church Street.
 *
 * @returns the places of questions that are sensitive and not marked as such
 */
export const sensitiveUnmarked = (categories: readonly TargetCategory[]): number[] =>
  categories.flatMap(({ name, special: marked }, at) => (!marked && special.test(name) ? [at] : []))
