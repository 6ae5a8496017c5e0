const LOCALE = { en: 'en-GB', nl: 'nl-NL' }
type Language = keyof typeof LOCALE

/** 'Tuesday 30 March 2027' of an instant that ends a day, or of any other. */
export function lastDay(language: Language, timeZone: string, due: Date): string {
  return new Intl.DateTimeFormat(LOCALE[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  })
    .format(new Date(due.getTime() - 1))
    .replace(',', '')
}

/** 'Tuesday 30 March 2027, 18:00'. */
export function momentOf(language: Language, timeZone: string, at: Date): string {
  const time = new Intl.DateTimeFormat(LOCALE[language], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at)
  const day = lastDay(language, timeZone, new Date(at.getTime() + 1))
  return `${day}, ${language === 'nl' ? time.replace(':', '.') : time}`
}
