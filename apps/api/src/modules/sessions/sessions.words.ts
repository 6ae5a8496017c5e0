import { spanOf } from '../codesign/index.ts'
import type { Template } from '../notifications/index.ts'

interface Facts {
  startsAt: Date
  endsAt: Date
  venue: string
  address: string | null
  gettingThere: string
}

/** What every letter about a session to a member says. */
export interface ToVoice {
  group: string
  reference: string
  zone: string
  contact: string
  session: Facts
  /** Opens the session on one's own place: say whether you come, read, answer. */
  open: string
  /** Whether a text that comes back is read. */
  textBack: boolean
}

type Language = 'en' | 'nl'
const when = (language: Language, f: ToVoice): string => spanOf(language, f.zone, f.session)
/** How to answer from a phone that only has texts (CD2). */
const ways = {
  en: (f: ToVoice) => (f.textBack ? `Text YES or NO. ${f.open}` : f.open),
  nl: (f: ToVoice) => (f.textBack ? `Sms JA of NEE. ${f.open}` : f.open),
}
const where = ({ session: s }: ToVoice): string =>
  [s.venue, s.address, s.gettingThere].filter(Boolean).join('\n')

const foot = {
  en: (f: ToVoice) => [`Your reference is ${f.reference}. Say it when you ring us.`, f.contact],
  nl: (f: ToVoice) => [`Je kenmerk is ${f.reference}. Noem het als je ons belt.`, f.contact],
}

/** What a session is for, where it is not the next of a row; empty otherwise. */
export type Why = Record<Language, string>

/** A new session, to everybody in the group. */
export const announcedLetter: Template<ToVoice & { why: Why }> = {
  en: (f) => ({
    subject: `New date: ${when('en', f)}`,
    paragraphs: [
      `${f.group} meets again:\n${when('en', f)}\n${where(f)}`,
      ...[f.why.en].filter(Boolean),
      `Say whether you come, what you need, and what should be on the agenda. No account needed:\n${f.open}`,
      ...foot.en(f),
    ],
    text: `${f.group} meets ${when('en', f)}, ${f.session.venue}. Do you come? ${ways.en(f)}`,
  }),
  nl: (f) => ({
    subject: `Nieuwe datum: ${when('nl', f)}`,
    paragraphs: [
      `${f.group} komt weer bij elkaar:\n${when('nl', f)}\n${where(f)}`,
      ...[f.why.nl].filter(Boolean),
      `Zeg of je komt, wat je nodig hebt en wat op de agenda moet. Een account is niet nodig:\n${f.open}`,
      ...foot.nl(f),
    ],
    text: `${f.group} komt bij elkaar: ${when('nl', f)}, ${f.session.venue}. Kom je? ${ways.nl(f)}`,
  }),
}

/** To whoever has not said no; `said`: they answered before; `again`: what they need is looked at again. */
export const changedLetter: Template<ToVoice & { said: boolean; again: boolean }> = {
  en: (f) => ({
    subject: `Changed: ${when('en', f)}`,
    paragraphs: [
      `The session of ${f.group} has changed. It is now:\n${when('en', f)}\n${where(f)}`,
      ...(f.again
        ? ['What you told us you need is being checked again for this. We ask you.']
        : []),
      `${f.said ? 'Your answer stays as it was. If it does not suit you any more, change it here.' : 'You have not said yet whether you come. Say it here.'} The file for your calendar is there too:\n${f.open}`,
      ...foot.en(f),
    ],
    text: `Changed: ${f.group} now meets ${when('en', f)}, ${f.session.venue}. ${f.said ? 'Still coming?' : 'Do you come?'} ${ways.en(f)}`,
  }),
  nl: (f) => ({
    subject: `Gewijzigd: ${when('nl', f)}`,
    paragraphs: [
      `De bijeenkomst van ${f.group} is gewijzigd. Het is nu:\n${when('nl', f)}\n${where(f)}`,
      ...(f.again ? ['We kijken opnieuw naar wat je nodig hebt. Je hoort van ons.'] : []),
      `${f.said ? 'Je antwoord blijft staan. Komt het niet meer uit? Verander het hier.' : 'Je zei nog niet of je komt. Zeg het hier.'} Daar staat ook het bestand voor je agenda:\n${f.open}`,
      ...foot.nl(f),
    ],
    text: `Gewijzigd: ${f.group} komt nu bij elkaar op ${when('nl', f)}, ${f.session.venue}. ${f.said ? 'Kom je nog?' : 'Kom je?'} ${ways.nl(f)}`,
  }),
}

/** Late: residents are paid all the same; of others not everybody is paid for coming. */
const LATE = {
  paid: {
    en: 'It was called off less than 48 hours before. You are paid as if you had come.',
    nl: 'Dit was minder dan 48 uur van tevoren. Je krijgt betaald alsof je er was.',
  },
  others: {
    en: 'It was called off less than 48 hours before. Whoever is paid for coming is paid all the same.',
    nl: 'Dit was minder dan 48 uur van tevoren. Wie betaald krijgt voor het komen, krijgt dat nu ook.',
  },
} as const

/** To whoever has not said no. */
export const cancelledLetter: Template<ToVoice & { why: string; late: 'paid' | 'others' | null }> =
  {
    en: (f) => ({
      subject: `Called off: ${when('en', f)}`,
      paragraphs: [
        `The session of ${f.group} on ${when('en', f)} does not take place.`,
        f.why,
        f.late ? LATE[f.late].en : 'We write to you when there is a new date.',
        `The page of the session:\n${f.open}`,
        ...foot.en(f),
      ],
      text: `Called off: ${f.group}, ${when('en', f)}.${f.late === 'paid' ? ' You are paid all the same.' : ''} ${f.open}`,
    }),
    nl: (f) => ({
      subject: `Gaat niet door: ${when('nl', f)}`,
      paragraphs: [
        `De bijeenkomst van ${f.group} op ${when('nl', f)} gaat niet door.`,
        f.why,
        f.late ? LATE[f.late].nl : 'Je hoort van ons zodra er een nieuwe datum is.',
        `De pagina van de bijeenkomst:\n${f.open}`,
        ...foot.nl(f),
      ],
      text: `Gaat niet door: ${f.group}, ${when('nl', f)}.${f.late === 'paid' ? ' Je krijgt gewoon betaald.' : ''} ${f.open}`,
    }),
  }

/** From the waiting list. */
export const movedUpLetter: Template<ToVoice> = {
  en: (f) => ({
    subject: `There is a seat for you: ${when('en', f)}`,
    paragraphs: [
      `Somebody cannot come, and you were next. You have a seat in the session of ${f.group}:\n${when('en', f)}\n${where(f)}`,
      `Can you not come after all? Say so, and the next person gets the seat:\n${f.open}`,
      ...foot.en(f),
    ],
    text: `There is a seat for you: ${f.group}, ${when('en', f)}, ${f.session.venue}. Cannot come? ${f.textBack ? 'Text NO.' : 'Say so:'} ${f.open}`,
  }),
  nl: (f) => ({
    subject: `Er is een plek voor je: ${when('nl', f)}`,
    paragraphs: [
      `Iemand kan niet komen en jij was aan de beurt. Je hebt een stoel bij de bijeenkomst van ${f.group}:\n${when('nl', f)}\n${where(f)}`,
      `Kun je toch niet? Zeg het, dan krijgt de volgende de stoel:\n${f.open}`,
      ...foot.nl(f),
    ],
    text: `Er is een plek voor je: ${f.group}, ${when('nl', f)}, ${f.session.venue}. Kun je niet? ${f.textBack ? 'Sms NEE.' : 'Zeg het:'} ${f.open}`,
  }),
}

export const reminderLetter: Template<ToVoice> = {
  en: (f) => ({
    subject: `See you soon: ${when('en', f)}`,
    paragraphs: [
      `${f.group} meets:\n${when('en', f)}\n${where(f)}`,
      `The agenda, the papers and what is arranged for you. If you cannot come, say so there:\n${f.open}`,
      ...foot.en(f),
    ],
    text: `${f.group}: ${when('en', f)}, ${f.session.venue}. ${f.textBack ? 'Cannot come? Text NO. Agenda:' : 'Agenda, or cannot come:'} ${f.open}`,
  }),
  nl: (f) => ({
    subject: `Tot gauw: ${when('nl', f)}`,
    paragraphs: [
      `${f.group} komt bij elkaar:\n${when('nl', f)}\n${where(f)}`,
      `De agenda, de stukken en wat er voor je geregeld is. Kun je niet komen? Zeg het daar:\n${f.open}`,
      ...foot.nl(f),
    ],
    text: `${f.group}: ${when('nl', f)}, ${f.session.venue}. ${f.textBack ? 'Kun je niet? Sms NEE. Agenda:' : 'Agenda, of afzeggen:'} ${f.open}`,
  }),
}

/** Something is arranged or explained. What it is stands behind the link, not in a letter others may see. */
export const needLetter: Template<ToVoice & { explained: boolean }> = {
  en: (f) => ({
    subject: f.explained ? 'About what you need' : 'We have arranged what you need: does it fit?',
    paragraphs: [
      f.explained
        ? `You told us what you need for ${f.group}. We could not arrange all of it, and we say why.`
        : `You told us what you need for ${f.group}. It is arranged for ${when('en', f)}. Please look whether it fits you.`,
      `Read it here:\n${f.open}`,
      ...foot.en(f),
    ],
    text: `${f.group}: what you need ${f.explained ? 'could not all be arranged' : 'is arranged'}. Read it: ${f.open}`,
  }),
  nl: (f) => ({
    subject: f.explained ? 'Over wat je nodig hebt' : 'Wat je nodig hebt is geregeld: klopt het?',
    paragraphs: [
      f.explained
        ? `Je vertelde wat je nodig hebt voor ${f.group}. Niet alles lukte. We leggen uit waarom.`
        : `Je vertelde wat je nodig hebt voor ${f.group}. Het is geregeld voor ${when('nl', f)}. Kijk of het zo goed is.`,
      `Lees het hier:\n${f.open}`,
      ...foot.nl(f),
    ],
    text: `${f.group}: wat je nodig hebt ${f.explained ? 'lukte niet helemaal' : 'is geregeld'}. Lees het: ${f.open}`,
  }),
}

/** With the two taps (CD8). */
export const notesLetter: Template<ToVoice> = {
  en: (f) => ({
    subject: `Notes of ${f.group}, and two questions`,
    paragraphs: [
      `The notes of ${when('en', f)} are there to read.`,
      `Were you heard? Did it change anything? Two taps, for a week after the session:\n${f.open}`,
      ...foot.en(f),
    ],
    text: `${f.group}: the notes are there. Were you heard? Did it change anything? Two taps: ${f.open}`,
  }),
  nl: (f) => ({
    subject: `Verslag van ${f.group}, en twee vragen`,
    paragraphs: [
      `Het verslag van ${when('nl', f)} is klaar.`,
      `Werd je gehoord? Veranderde er iets? Twee tikken, tot een week na de bijeenkomst:\n${f.open}`,
      ...foot.nl(f),
    ],
    text: `${f.group}: het verslag is klaar. Werd je gehoord? Veranderde er iets? Twee tikken: ${f.open}`,
  }),
}
