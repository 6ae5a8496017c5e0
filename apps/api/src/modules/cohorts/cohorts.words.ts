import type { Template } from '../notifications/index.ts'

export interface ChosenFacts {
  organisation: string
  question: string
  reason: string
  /** The other organisations, in a list of words. */
  others: string
  /** Person and public body. */
  from: string
  startsOn: string | null
  endsOn: string | null
  link: string
  contact: string
}

/** Welcome, what tipped the scale, who else is in, what happens next. */
export const chosenLetter: Template<ChosenFacts> = {
  en: (f) => ({
    subject: `You are in: ${f.question}`,
    paragraphs: [
      `Welcome. ${f.organisation} has been chosen to work on “${f.question}”`,
      `What tipped the scale for you: ${f.reason}`,
      `You work on it together with ${f.others}.`,
      `What happens next: ${f.from} will contact you to agree a first meeting.${
        f.startsOn && f.endsOn ? ` The work runs from ${f.startsOn} to ${f.endsOn}.` : ''
      } Until you have agreed on hours and money, you have promised nothing.`,
      `How the choice was made is public:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Jullie doen mee: ${f.question}`,
    paragraphs: [
      `Welkom. ${f.organisation} is gekozen om te werken aan “${f.question}”`,
      `Wat bij jullie de doorslag gaf: ${f.reason}`,
      `Jullie werken eraan samen met ${f.others}.`,
      `Hoe het verdergaat: ${f.from} neemt contact met je op om een eerste bijeenkomst af te spreken.${
        f.startsOn && f.endsOn ? ` Het werk loopt van ${f.startsOn} tot ${f.endsOn}.` : ''
      } Zolang jullie geen uren en geld hebben afgesproken, hebben jullie niets beloofd.`,
      `Hoe er gekozen is, staat openbaar op:\n${f.link}`,
      f.contact,
    ],
  }),
}

export interface NotThisTimeFacts {
  organisation: string
  question: string
  reason: string
  /** Organisations that answered, this one included, and how many were chosen. */
  answered: number
  chosen: number
  from: string
  /** Where to go now: a group of this challenge, or the other open challenges. */
  next: { kind: 'group' | 'challenges'; link: string }
  link: string
  contact: string
}

const counted = (f: NotThisTimeFacts) => ({
  en:
    f.chosen === 0
      ? 'Nobody was chosen: no group was formed.'
      : `${f.answered} organisations answered and ${f.chosen} were chosen.`,
  nl:
    f.chosen === 0
      ? 'Er is niemand gekozen: er is geen groep gevormd.'
      : `${f.answered} organisaties hebben geantwoord en ${f.chosen} zijn er gekozen.`,
})

/** The reason, one door that is open, and a person to ring (EI5, J-15). */
export const notThisTimeLetter: Template<NotThisTimeFacts> = {
  en: (f) => ({
    subject: `Not this time: ${f.question}`,
    paragraphs: [
      `${f.organisation} was not chosen this time for “${f.question}” ${counted(f).en} Thank you for the time you gave it.`,
      `The reason, from ${f.from}: ${f.reason}`,
      f.next.kind === 'group'
        ? `One thing you can do now: people meet in a group about this question, and you can still join:\n${f.next.link}`
        : `One thing you can do now: other questions are open:\n${f.next.link}`,
      `Ask back: ring ${f.contact}. They will tell you what was strong and what was thin, and may know who to work with.`,
      `It changes nothing for the next time. How the choice was made is public:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `Deze keer niet: ${f.question}`,
    paragraphs: [
      `${f.organisation} is deze keer niet gekozen voor “${f.question}” ${counted(f).nl} Dank voor de tijd die jullie erin hebben gestoken.`,
      `De reden, van ${f.from}: ${f.reason}`,
      f.next.kind === 'group'
        ? `Wat je nu kunt doen: mensen komen in een groep bij elkaar over deze vraag, en je kunt nog meedoen:\n${f.next.link}`
        : `Wat je nu kunt doen: er staan andere vragen open:\n${f.next.link}`,
      `Bel gerust terug: ${f.contact}. Je hoort dan wat sterk was en wat dun, en misschien met wie je kunt samenwerken.`,
      `Voor een volgende keer maakt het niets uit. Hoe er gekozen is, staat openbaar op:\n${f.link}`,
    ],
  }),
}
