import type { Template } from '../notifications/index.ts'
import { type AnswerFacts, answerParagraphs, askBackParagraph } from './answers.words.ts'

export interface ChosenFacts extends AnswerFacts {
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
      ...answerParagraphs.en(f),
      `You work on it together with ${f.others}.`,
      `What happens next: ${f.from} will contact you to agree a first meeting.${
        f.startsOn && f.endsOn ? ` The work runs from ${f.startsOn} to ${f.endsOn}.` : ''
      } Until you have agreed on hours and money, you have promised nothing.`,
      askBackParagraph.en(f),
      `How the choice was made is public:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Jullie doen mee: ${f.question}`,
    paragraphs: [
      `Welkom. ${f.organisation} is gekozen om te werken aan “${f.question}”`,
      `Wat bij jullie de doorslag gaf: ${f.reason}`,
      ...answerParagraphs.nl(f),
      `Jullie werken eraan samen met ${f.others}.`,
      `Hoe het verdergaat: ${f.from} neemt contact met je op om een eerste bijeenkomst af te spreken.${
        f.startsOn && f.endsOn ? ` Het werk loopt van ${f.startsOn} tot ${f.endsOn}.` : ''
      } Zolang jullie geen uren en geld hebben afgesproken, hebben jullie niets beloofd.`,
      askBackParagraph.nl(f),
      `Hoe er gekozen is, staat openbaar op:\n${f.link}`,
      f.contact,
    ],
  }),
}

export interface NotThisTimeFacts extends AnswerFacts {
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
      ? 'Nobody was chosen: no team was formed.'
      : `${f.answered} organisations answered and ${f.chosen} were chosen.`,
  nl:
    f.chosen === 0
      ? 'Er is niemand gekozen: er is geen team gevormd.'
      : `${f.answered} organisaties hebben gereageerd en er zijn er ${f.chosen} gekozen.`,
})

/** The reason, one door that is open, and a person to ring (EI5, J-15). */
export const notThisTimeLetter: Template<NotThisTimeFacts> = {
  en: (f) => ({
    subject: `Not this time: ${f.question}`,
    paragraphs: [
      `${f.organisation} was not chosen this time for “${f.question}” ${counted(f).en} Thank you for the time you gave it.`,
      `The reason, from ${f.from}: ${f.reason}`,
      ...answerParagraphs.en(f),
      f.next.kind === 'group'
        ? `Also: people meet in a group about this question. See whether there is a place:\n${f.next.link}`
        : `Also: see which other challenges are open:\n${f.next.link}`,
      askBackParagraph.en(f),
      `To talk about it, ring ${f.contact}. They can put you in touch with whoever decided, and may know who to work with.`,
      `It changes nothing for the next time. How the choice was made is public:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `Deze keer niet: ${f.question}`,
    paragraphs: [
      `${f.organisation} is deze keer niet gekozen voor “${f.question}” ${counted(f).nl} Dank voor de tijd die jullie erin hebben gestoken.`,
      `De reden, van ${f.from}: ${f.reason}`,
      ...answerParagraphs.nl(f),
      f.next.kind === 'group'
        ? `Verder: er is een groep die over deze vraag bij elkaar komt. Kijk of er een plek is:\n${f.next.link}`
        : `Verder: kijk welke andere vraagstukken openstaan:\n${f.next.link}`,
      askBackParagraph.nl(f),
      `Wil je erover praten? Bel ${f.contact}. Daar kunnen ze je in contact brengen met wie besliste, en misschien weten ze met wie je kunt samenwerken.`,
      `Voor een volgende keer maakt het niets uit. Hoe er gekozen is, staat openbaar op:\n${f.link}`,
    ],
  }),
}
