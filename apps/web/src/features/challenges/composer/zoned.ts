/** A day and a clock time in a place, as two strings a form can hold. */
export interface DayAndTime {
  /** YYYY-MM-DD */
  day: string
  /** HH:MM, 24 hours */
  time: string
}

/** How a place's clocks read an instant. */
export function readIn(zone: string, at: Date): DayAndTime {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at)
  const [day = '', time = ''] = text.split(' ')
  return { day, time }
}

const asUtc = ({ day, time }: DayAndTime): number => Date.parse(`${day}T${time}:00Z`)

/**
 * The instant at which a place's clocks read this; undefined for a day that does not exist. In the hour that summer
 * time skips, the hour after it.
 */
export function instantIn(zone: string, wanted: DayAndTime): Date | undefined {
  const wished = asUtc(wanted)
  if (Number.isNaN(wished) || !isDay(wanted.day)) return undefined
  let guess = wished
  for (let round = 0; round < 2; round++) guess += wished - asUtc(readIn(zone, new Date(guess)))
  return new Date(guess)
}

/** YYYY-MM-DD that stands in a calendar. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
