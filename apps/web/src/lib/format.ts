import { createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

export interface FormatSettings {
  /** BCP 47, for example 'en-GB'. */
  locale: string
  /** IANA zone of the place, for example 'Europe/London'. */
  zone: string
  /** ISO 4217 code of the place's money. */
  currency: string
}

/** Glue words between two formatted parts come from the catalogue `ui`, under `format`. */
export interface FormatWords {
  range: (from: string, to: string) => string
  dayAndTime: (day: string, time: string) => string
  minutes: (count: number) => string
  hours: (count: number) => string
  hoursAndMinutes: (hours: number, minutes: number) => string
}

type When = Date | string

/** A whole day stays that day in every zone; an instant is read in the place's zone. */
const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/
const isWholeDay = (when: When): boolean => typeof when === 'string' && WHOLE_DAY.test(when)
const dateOf = (when: When): Date => (when instanceof Date ? when : new Date(when))

const DAY_MS = 86_400_000

export type Formats = ReturnType<typeof createFormats>

/** Dates, times, money and minutes as people of a place write them. Pure: same input, same words. */
export function createFormats({ locale, zone, currency }: FormatSettings, words: FormatWords) {
  const dates = (options: Intl.DateTimeFormatOptions) => (when: When) =>
    new Intl.DateTimeFormat(locale, {
      ...options,
      timeZone: isWholeDay(when) ? 'UTC' : zone,
    })
      .format(dateOf(when))
      .replace(',', '')

  /** 6pm, 2.30pm; 18.00 uur is left to the catalogue. */
  const time = (when: When): string => {
    const date = dateOf(when)
    if (!locale.startsWith('en')) {
      return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: zone })
        .format(date)
        .replace(':', '.')
    }
    const parts = new Intl.DateTimeFormat(locale, {
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h12',
      timeZone: zone,
    }).formatToParts(date)
    const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
    const minute = part('minute')
    return `${part('hour')}${minute === '00' ? '' : `.${minute}`}${part('dayPeriod').toLowerCase().replace(/\W/g, '')}`
  }

  const dayKey = (when: When): string =>
    isWholeDay(when)
      ? String(when)
      : new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(
          dateOf(when),
        )

  const day = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

  return {
    /** 'Tuesday 4 March 2027' */
    day,
    /** '4 March 2027' */
    date: dates({ day: 'numeric', month: 'long', year: 'numeric' }),
    /** '4 March' */
    shortDate: dates({ day: 'numeric', month: 'long' }),
    /** '6pm', '14.30' */
    time,
    /** '14:02', for 'Saved at 14:02'. */
    clock: (when: When) =>
      new Intl.DateTimeFormat(locale, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: zone,
      }).format(dateOf(when)),
    /** 'Tuesday 4 March 2027 at 6pm' */
    moment: (when: When) => words.dayAndTime(day(when), time(when)),
    /** 'Tuesday 4 March 2027, 6pm to 8pm'; over midnight both days are named. */
    span: (from: When, to: When) =>
      dayKey(from) === dayKey(to)
        ? `${day(from)}, ${words.range(time(from), time(to))}`
        : words.range(words.dayAndTime(day(from), time(from)), words.dayAndTime(day(to), time(to))),
    /** Whole pounds (or the place's money) from pence; pence only where there are some. */
    money: (pence: number) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: pence % 100 === 0 ? 0 : 2,
      }).format(pence / 100),
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    /** '45 minutes', '1 hour 30 minutes'. */
    minutes: (count: number) => {
      const whole = Math.floor(count / 60)
      const rest = Math.round(count % 60)
      if (whole === 0) return words.minutes(rest)
      return rest === 0 ? words.hours(whole) : words.hoursAndMinutes(whole, rest)
    },
    /** Calendar days from `now` in the place's zone; negative when past. */
    daysUntil: (when: When, now: Date) =>
      Math.round((Date.parse(dayKey(when)) - Date.parse(dayKey(now))) / DAY_MS),
    /** 'today', 'tomorrow', 'in 9 days', '3 days ago'. */
    relativeDay: (when: When, now: Date) =>
      new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
        Math.round((Date.parse(dayKey(when)) - Date.parse(dayKey(now))) / DAY_MS),
        'day',
      ),
    /** 'A, B and C' */
    list: (items: readonly string[]) =>
      new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  }
}

/** Zone and money of the place shown; London until the place is known. */
const PlaceFormat = createContext<{ zone: string; currency: string }>({
  zone: 'Europe/London',
  currency: 'GBP',
})
export const PlaceFormatProvider = PlaceFormat.Provider

/** The spelling of dates that goes with each language of the interface. */
const LOCALES: Record<string, string> = { en: 'en-GB', nl: 'nl-NL' }

/** Formats in the reader's language and the place's zone. */
export function useFormats(): Formats {
  const { zone, currency } = useContext(PlaceFormat)
  const { t, i18n } = useTranslation('ui')
  return useMemo(
    () =>
      createFormats(
        { locale: LOCALES[i18n.language] ?? 'en-GB', zone, currency },
        {
          range: (from, to) => t('format.range', { from, to }),
          dayAndTime: (day, time) => t('format.dayAndTime', { day, time }),
          minutes: (count) => t('format.minutes', { count }),
          hours: (count) => t('format.hours', { count }),
          hoursAndMinutes: (hours, minutes) =>
            t('format.join', {
              first: t('format.hours', { count: hours }),
              second: t('format.minutes', { count: minutes }),
            }),
        },
      ),
    [zone, currency, t, i18n.language],
  )
}
