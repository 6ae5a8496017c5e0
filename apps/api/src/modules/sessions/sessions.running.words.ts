import { spanOf } from '../codesign/index.ts'
import type { Template } from '../notifications/index.ts'

/** To whoever runs the group. Names stay behind the sign-in. */
interface ToRunner {
  group: string
  zone: string
  session: { startsAt: Date; endsAt: Date }
  plan: string
}

export const openAgainLetter: Template<ToRunner> = {
  en: (f) => ({
    subject: `Somebody needs something: ${f.group}`,
    paragraphs: [
      `What people need for the session of ${spanOf('en', f.zone, f.session)} is open again. Somebody said what they need, comes after all or has joined, or the place or the time has changed.`,
      'The session is being checked again. Arrange it anew, and ask each person whether it fits.',
      `Who and what:\n${f.plan}`,
    ],
  }),
  nl: (f) => ({
    subject: `Iemand heeft iets nodig: ${f.group}`,
    paragraphs: [
      `Wat mensen nodig hebben voor de bijeenkomst van ${spanOf('nl', f.zone, f.session)} staat weer open. Iemand zei wat nodig is, komt toch of doet nieuw mee, of de plek of de tijd is veranderd.`,
      'De toegang wordt opnieuw nagekeken. Regel het opnieuw en vraag elke persoon of het klopt.',
      `Wie en wat:\n${f.plan}`,
    ],
  }),
}

/** What came off, and what residents raised and is talked about. */
export const fellOffLetter: Template<
  ToRunner & { off: readonly string[]; talked: readonly string[] }
> = {
  en: (f) => ({
    subject: `Not to be decided: ${f.group}`,
    paragraphs: [
      `No paper in plain form was out five working days before ${spanOf('en', f.zone, f.session)}.`,
      ...(f.off.length > 0 ? [`Off this agenda, and on the next one:\n${f.off.join('\n')}`] : []),
      ...(f.talked.length > 0
        ? [`Raised by residents, so talked about and not decided:\n${f.talked.join('\n')}`]
        : []),
      `The agenda:\n${f.plan}`,
    ],
  }),
  nl: (f) => ({
    subject: `Geen besluit: ${f.group}`,
    paragraphs: [
      `Vijf werkdagen voor ${spanOf('nl', f.zone, f.session)} was er geen stuk in gewone taal.`,
      ...(f.off.length > 0 ? [`Van deze agenda af, en op de volgende:\n${f.off.join('\n')}`] : []),
      ...(f.talked.length > 0
        ? [`Ingebracht door bewoners, dus erover praten en niet besluiten:\n${f.talked.join('\n')}`]
        : []),
      `De agenda:\n${f.plan}`,
    ],
  }),
}

export const notesDueLetter: Template<ToRunner> = {
  en: (f) => ({
    subject: `Notes are due: ${f.group}`,
    paragraphs: [
      `The notes of ${spanOf('en', f.zone, f.session)} are due within five working days. The group sees when they are late.`,
      `Write and share them:\n${f.plan}`,
    ],
  }),
  nl: (f) => ({
    subject: `Het verslag moet klaar: ${f.group}`,
    paragraphs: [
      `Het verslag van ${spanOf('nl', f.zone, f.session)} moet binnen vijf werkdagen klaar zijn. De groep ziet het als het te laat is.`,
      `Schrijven en delen:\n${f.plan}`,
    ],
  }),
}

/** CD9: two sessions in a row led to nothing. */
export const nudgeLetter: Template<ToRunner> = {
  en: (f) => ({
    subject: `Two sessions and nothing done: ${f.group}`,
    paragraphs: [
      'The last two sessions led to no action, no test and no decision. A group is more than talk.',
      'Ask the group: stop, change how you meet, or try one small thing before the next session?',
      `The group can see this too:\n${f.plan}`,
    ],
  }),
  nl: (f) => ({
    subject: `Twee keer niets gedaan: ${f.group}`,
    paragraphs: [
      'De laatste twee bijeenkomsten leidden tot geen actie, geen proef en geen besluit. Een groep is meer dan praten.',
      'Vraag de groep: stoppen, het anders doen, of één kleine proef vóór de volgende keer?',
      `De groep ziet dit ook:\n${f.plan}`,
    ],
  }),
}
