const LOCALES: Record<string, string> = { nl: 'nl-NL' }
const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * A day or moment as a letter writes it: 'Thursday 4 March 2027', 'Thursday 4 March 2027 at 5pm'.
 *
 * @param when YYYY-MM-DD (the same day in every zone) or an instant, read in the place's IANA zone
 */
export function dated(language: string, timeZone: string, when: Date | string): string {
  const wholeDay = typeof when === 'string' && WHOLE_DAY.test(when)
  const locale = LOCALES[language] ?? 'en-GB'
  const date = new Date(when)
  const day = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: wholeDay ? 'UTC' : timeZone,
  })
    .format(date)
    .replace(',', '')
  if (wholeDay) return day
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone })
  return language === 'nl'
    ? `${day} om ${time.format(date).replace(':', '.')} uur`
    : `${day} at ${time.format(date)}`
}
