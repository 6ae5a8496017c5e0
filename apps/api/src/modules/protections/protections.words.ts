import type { Template } from '../notifications/index.ts'

export interface PublishedFacts {
  title: string
  organisation: string
  person: string
  /** YYYY-MM-DD */
  reviewOn: string
  link: string
}
export interface ReviewFacts {
  title: string
  /** YYYY-MM-DD */
  reviewOn: string
  /** The day is here. */
  today: boolean
  link: string
}

export interface HandedOverFacts {
  title: string
  from: string
  /** YYYY-MM-DD; null for a draft. */
  reviewOn: string | null
  link: string
}

const dayIn = (locale: string, day: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** To the broker: something stays as it is, and why. */
export const publishedLetter: Template<PublishedFacts> = {
  en: (f) => ({
    subject: `Decided to keep: ${f.title}`,
    paragraphs: [
      `${f.organisation} has decided to keep this and make it stronger: “${f.title}”`,
      `${f.person} wrote down why it works, for whom, and who would be at risk if it changed. It is looked at again on ${dayIn('en-GB', f.reviewOn)}.`,
      `Anyone can read it here. Please pass it on to whoever it is about:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `Dit blijft: ${f.title}`,
    paragraphs: [
      `${f.organisation} heeft besloten dit te behouden en sterker te maken: “${f.title}”`,
      `${f.person} heeft opgeschreven waarom het werkt, voor wie, en wie er in de knel komt als het verandert. Op ${dayIn('nl-NL', f.reviewOn)} wordt er opnieuw naar gekeken.`,
      `Iedereen kan het hier lezen. Geef het door aan de mensen om wie het gaat:\n${f.link}`,
    ],
  }),
}

/** To the commissioner, four weeks before a review and on its day. */
export const reviewLetter: Template<ReviewFacts> = {
  en: (f) => ({
    subject: f.today ? `Today: look again at “${f.title}”` : `In four weeks: “${f.title}”`,
    paragraphs: [
      f.today
        ? `“${f.title}” is kept because it works. Today is the day to look at it again, and that is yours to do.`
        : `“${f.title}” is kept because it works. Look at it again by ${dayIn('en-GB', f.reviewOn)}: that is yours to do, and leaves time to ask the people it is for.`,
      'Is it still working? Then keep it and choose a new day. If not, end it and say why. Either takes about five minutes.',
      `Do it here:\n${f.link}`,
      ...(f.today ? ['From tomorrow its public page says that the review is late.'] : []),
    ],
  }),
  nl: (f) => ({
    subject: f.today ? `Vandaag: kijk opnieuw naar “${f.title}”` : `Over vier weken: “${f.title}”`,
    paragraphs: [
      f.today
        ? `“${f.title}” blijft omdat het werkt. Vandaag is de dag om er opnieuw naar te kijken, en dat doe jij.`
        : `“${f.title}” blijft omdat het werkt. Uiterlijk ${dayIn('nl-NL', f.reviewOn)} kijk jij er opnieuw naar. Zo heb je nog tijd om het te vragen aan de mensen voor wie het er is.`,
      'Werkt het nog? Behoud het dan en kies een nieuwe dag. Zo niet, beëindig het dan en zeg waarom. Allebei kost ongeveer vijf minuten.',
      `Dat doe je hier:\n${f.link}`,
      ...(f.today ? ['Vanaf morgen staat op de openbare pagina dat het te laat is.'] : []),
    ],
  }),
}

/** To the colleague who now answers for a decision to keep something. */
export const handedOverLetter: Template<HandedOverFacts> = {
  en: (f) => ({
    subject: `Now yours: ${f.title || 'a decision to keep something'}`,
    paragraphs: [
      `${f.from} has handed this decision to keep something over to you: “${f.title}”`,
      f.reviewOn
        ? `Your name stands on its public page from now on. You look at it again by ${dayIn('en-GB', f.reviewOn)}: keep it, or end it and say why. We remind you four weeks before.`
        : 'It is still a draft. Only you see it until you publish it.',
      `Everything about it is here:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `Nu van jou: ${f.title || 'een besluit om iets te behouden'}`,
    paragraphs: [
      `${f.from} heeft dit besluit om iets te behouden aan jou overgedragen: “${f.title}”`,
      f.reviewOn
        ? `Vanaf nu staat jouw naam op de openbare pagina. Uiterlijk ${dayIn('nl-NL', f.reviewOn)} kijk jij er opnieuw naar: behoud het, of beëindig het en zeg waarom. Vier weken van tevoren krijg je een mail.`
        : 'Het is nog een concept. Alleen jij ziet het, tot je het publiceert.',
      `Alles erover staat hier:\n${f.link}`,
    ],
  }),
}
