import type { ReturnReason } from '@howcanwe/shared/proposals'
import type { Template } from '../notifications/index.ts'

/** What every letter about a question knows. */
export interface AboutFacts {
  /** First name of whoever reads it; empty for somebody of the place, whom the letter greets by nothing. */
  name: string
  question: string
  place: string
  /** The page it leads to. */
  link: string
  /** Name and number of the place's contact. */
  ring: string
}

const hello = (name: string, language: 'en' | 'nl'): string[] =>
  name ? [`${language === 'en' ? 'Hello' : 'Hallo'} ${name},`] : []

type ReceivedFacts = AboutFacts & { reference: string; readBy: string; broker: string | null }
export const receivedLetter: Template<ReceivedFacts> = {
  en: (f) => ({
    subject: `We have your question: ${f.reference}`,
    paragraphs: [
      ...hello(f.name, 'en'),
      f.broker
        ? `${f.broker} typed this question for you and read it back:\n${f.question}`
        : `Thank you. This is your question:\n${f.question}`,
      `Somebody in ${f.place} reads it by ${f.readBy}. Nothing is public before that. They only look whether it names other people or could hurt somebody.`,
      `Your reference, to say on the phone: ${f.reference}.`,
      `Read it, change how you are named, or take it back (keep this link to yourself):\n${f.link}`,
      `Questions: ${f.ring}.`,
    ],
    text: `We have your question ${f.reference}. Somebody reads it by ${f.readBy}. Yours alone: ${f.link}`,
  }),
  nl: (f) => ({
    subject: `We hebben je vraag: ${f.reference}`,
    paragraphs: [
      ...hello(f.name, 'nl'),
      f.broker
        ? `${f.broker} typte deze vraag voor je en las hem voor:\n${f.question}`
        : `Dank je wel. Dit is je vraag:\n${f.question}`,
      `Iemand in ${f.place} leest hem uiterlijk ${f.readBy}. Daarvoor is niets openbaar. Er wordt alleen gekeken of er namen van anderen in staan en of het iemand kan schaden.`,
      `Je kenmerk, om aan de telefoon te zeggen: ${f.reference}.`,
      `Lees hem terug, kies hoe je genoemd wordt of trek hem in (houd deze link voor jezelf):\n${f.link}`,
      `Vragen: ${f.ring}.`,
    ],
    text: `We hebben je vraag ${f.reference}. Iemand leest hem uiterlijk ${f.readBy}. Alleen voor jou: ${f.link}`,
  }),
}

type PublishedFacts = AboutFacts & { page: string; needed: number; until: string }
export const publishedLetter: Template<PublishedFacts> = {
  en: (f) => ({
    subject: 'Everybody can read your question now',
    paragraphs: [
      ...hello(f.name, 'en'),
      `Everybody can read it now:\n${f.question}`,
      `Pass this on to people who know it too:\n${f.page}`,
      `When ${f.needed} people stand behind it, or somebody sponsors it, a public body has to answer by name within 20 working days. Support is gathered until ${f.until}.`,
      `Yours alone:\n${f.link}`,
    ],
    text: `Everybody can read your question now. Pass it on: ${f.page}`,
  }),
  nl: (f) => ({
    subject: 'Iedereen kan je vraag nu lezen',
    paragraphs: [
      ...hello(f.name, 'nl'),
      `Iedereen kan hem nu lezen:\n${f.question}`,
      `Geef dit door aan mensen die het ook kennen:\n${f.page}`,
      `Staan er ${f.needed} mensen achter, of steunt iemand hem met naam, dan moet een overheid binnen 20 werkdagen met naam antwoorden. Steun verzamelen kan tot en met ${f.until}.`,
      `Alleen voor jou:\n${f.link}`,
    ],
    text: `Iedereen kan je vraag nu lezen. Geef het door: ${f.page}`,
  }),
}

const REASONS: Record<'en' | 'nl', Record<ReturnReason, string>> = {
  en: {
    'names-somebody': 'it names somebody, or says who it is about',
    'could-hurt': 'it could hurt somebody if everybody read it',
    'private-matter': 'it is about one person’s own case, which is better dealt with in private',
    'not-a-question': 'we could not tell what the question is',
    'another-place': 'it is about another place, where we cannot get an answer',
  },
  nl: {
    'names-somebody': 'er staat een naam in, of te lezen is over wie het gaat',
    'could-hurt': 'het kan iemand schaden als iedereen het leest',
    'private-matter': 'het gaat om één iemands eigen zaak, die beter niet openbaar is',
    'not-a-question': 'we konden niet zien wat de vraag is',
    'another-place': 'het gaat over een andere plek, waar wij geen antwoord kunnen krijgen',
  },
}

type ReturnedFacts = AboutFacts & { reason: ReturnReason; note: string; reader: string }
export const returnedLetter: Template<ReturnedFacts> = {
  en: (f) => ({
    subject: 'Your question needs one change before others read it',
    paragraphs: [
      ...hello(f.name, 'en'),
      `${f.reader} read your question and sends it back, because ${REASONS.en[f.reason]}:\n${f.question}`,
      `${f.reader} writes:\n${f.note}`,
      `Change it here and send it again. It takes a minute, and it is read within three working days:\n${f.link}`,
      `Rather talk? ${f.ring}.`,
    ],
    text: `Your question needs one change: ${f.link} Or ring ${f.ring}`,
  }),
  nl: (f) => ({
    subject: 'Aan je vraag moet één ding anders voordat anderen hem lezen',
    paragraphs: [
      ...hello(f.name, 'nl'),
      `${f.reader} las je vraag en stuurt hem terug, want ${REASONS.nl[f.reason]}:\n${f.question}`,
      `${f.reader} schrijft:\n${f.note}`,
      `Pas hem hier aan en stuur hem opnieuw. Dat kost een minuut, en binnen drie werkdagen wordt hij gelezen:\n${f.link}`,
      `Liever praten? ${f.ring}.`,
    ],
    text: `Aan je vraag moet één ding anders: ${f.link} Of bel ${f.ring}`,
  }),
}

export const confirmLetter: Template<AboutFacts> = {
  en: (f) => ({
    subject: 'One press, and you stand behind this question',
    paragraphs: [
      ...hello(f.name, 'en'),
      `You, or somebody with your address, asked to stand behind this question in ${f.place}:\n${f.question}`,
      `Open this page and press the button. Only then it counts, once:\n${f.link}`,
      'Your name stands in no list. We write to you only when it is answered. Was it not you? Then do nothing.',
    ],
    text: `Stand behind “${f.question}”? Open and press the button: ${f.link} Not you? Do nothing.`,
  }),
  nl: (f) => ({
    subject: 'Eén druk op de knop, en je staat achter deze vraag',
    paragraphs: [
      ...hello(f.name, 'nl'),
      `Jij, of iemand met jouw adres, wilde achter deze vraag in ${f.place} staan:\n${f.question}`,
      `Open deze pagina en druk op de knop. Pas dan telt het, één keer:\n${f.link}`,
      'Je naam staat op geen enkele lijst. We schrijven je alleen als er antwoord is. Was jij het niet? Doe dan niets.',
    ],
    text: `Achter “${f.question}” staan? Open en druk op de knop: ${f.link} Niet jij? Doe niets.`,
  }),
}

export const alreadyLetter: Template<AboutFacts> = {
  en: (f) => ({
    subject: 'You stand behind this question already',
    paragraphs: [
      ...hello(f.name, 'en'),
      `You, or somebody with your address, asked again to stand behind this question. You do already, and you count once:\n${f.question}`,
      `No longer? Take your name off here:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: 'Je staat al achter deze vraag',
    paragraphs: [
      ...hello(f.name, 'nl'),
      `Jij, of iemand met jouw adres, wilde opnieuw achter deze vraag staan. Dat sta je al, en je telt één keer:\n${f.question}`,
      `Niet meer? Haal je naam er hier af:\n${f.link}`,
    ],
  }),
}
