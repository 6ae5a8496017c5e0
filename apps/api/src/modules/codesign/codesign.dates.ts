interface Span {
  startsAt: Date
  endsAt: Date
}

const LOCALE = { en: 'en-GB', nl: 'nl-NL' }
type Language = keyof typeof LOCALE

/** 6pm, 2.30pm; 18.00 */
function clock(language: Language, zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat(LOCALE[language], {
    hour: 'numeric',
    minute: '2-digit',
    hour12: language === 'en',
    timeZone: zone,
  }).formatToParts(at)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  if (language === 'nl') return `${part('hour')}.${part('minute')}`
  const minute = part('minute') === '00' ? '' : `.${part('minute')}`
  return `${part('hour')}${minute}${part('dayPeriod').replaceAll(/\W/g, '').toLowerCase()}`
}

/** 'Tuesday 30 March 2027'; a whole day (YYYY-MM-DD) stays that day in every zone. */
export function dayOf(language: Language, zone: string, at: Date | string): string {
  return new Intl.DateTimeFormat(LOCALE[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: typeof at === 'string' ? 'UTC' : zone,
  })
    .format(new Date(at))
    .replace(',', '')
}

/** 'Tuesday 30 March 2027, 6pm to 8pm'; a session is at most two hours, so its end needs no day. */
export function spanOf(language: Language, zone: string, { startsAt, endsAt }: Span): string {
  const [from, to] = [clock(language, zone, startsAt), clock(language, zone, endsAt)]
  return `${dayOf(language, zone, startsAt)}, ${from} ${language === 'nl' ? 'tot' : 'to'} ${to}`
}
