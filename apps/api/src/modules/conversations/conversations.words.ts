import type { HideReason } from '@howcanwe/shared/conversations'
import type { Template } from '../notifications/index.ts'

interface ToMember {
  group: string
  /** Opens their place and nothing more; the words of others never stand in a letter. */
  link: string
  contact: string
}

const REASONS: Record<'en' | 'nl', Record<HideReason, string>> = {
  en: {
    'not-kind': 'It was not kind to somebody',
    'about-somebody': 'It tells something private about somebody',
    'off-topic': 'It belongs somewhere else',
    advert: 'It sells something',
    unlawful: 'It may be against the law',
  },
  nl: {
    'not-kind': 'Het was niet aardig tegen iemand',
    'about-somebody': 'Het vertelt iets persoonlijks over iemand',
    'off-topic': 'Het hoort ergens anders',
    advert: 'Het verkoopt iets',
    unlawful: 'Het mag misschien niet van de wet',
  },
}

/** Once a day: how many, never what. */
export const newMessagesLetter: Template<ToMember & { count: number }> = {
  en: (f) => ({
    subject: `New in your group: ${f.group}`,
    paragraphs: [
      f.count === 1
        ? `There is one new message in ${f.group}.`
        : `There are ${f.count} new messages in ${f.group}.`,
      `Read them:\n${f.link}`,
      'You can choose there to hear less often.',
    ],
    text: `${f.group}: ${f.count} new. ${f.link}`,
  }),
  nl: (f) => ({
    subject: `Nieuw in je groep: ${f.group}`,
    paragraphs: [
      f.count === 1
        ? `Er is één nieuw bericht in ${f.group}.`
        : `Er zijn ${f.count} nieuwe berichten in ${f.group}.`,
      `Lees ze:\n${f.link}`,
      'Daar kun je ook kiezen om minder te horen.',
    ],
    text: `${f.group}: ${f.count} nieuw. ${f.link}`,
  }),
}

/** To who wrote it: why, and that they may ask back. */
export const hiddenLetter: Template<ToMember & { reason: HideReason; sentence: string }> = {
  en: (f) => ({
    subject: `A message of yours is hidden: ${f.group}`,
    paragraphs: [
      `A message of yours in ${f.group} is hidden for now. ${REASONS.en[f.reason]}: ${f.sentence}`,
      'You can still read it yourself. If you see it differently, you can ask once to have it looked at again.',
      `Read it and ask back:\n${f.link}`,
      `Rather talk about it? ${f.contact}`,
    ],
  }),
  nl: (f) => ({
    subject: `Een bericht van jou is verborgen: ${f.group}`,
    paragraphs: [
      `Een bericht van jou in ${f.group} is voorlopig verborgen. ${REASONS.nl[f.reason]}: ${f.sentence}`,
      'Je kunt het zelf nog lezen. Zie je het anders? Dan kun je één keer vragen om er opnieuw naar te kijken.',
      `Lees het en vraag terug:\n${f.link}`,
      `Liever erover praten? ${f.contact}`,
    ],
  }),
}

/** To who asked back. */
export const decidedAgainLetter: Template<ToMember & { shown: boolean; sentence: string }> = {
  en: (f) => ({
    subject: f.shown ? `Your message is back: ${f.group}` : `About your message: ${f.group}`,
    paragraphs: [
      f.shown
        ? `Your message in ${f.group} can be read again by everybody in the group.`
        : `Your message in ${f.group} was looked at again and stays hidden.`,
      f.sentence,
      `The conversation:\n${f.link}`,
      `Rather talk about it? ${f.contact}`,
    ],
  }),
  nl: (f) => ({
    subject: f.shown ? `Je bericht is terug: ${f.group}` : `Over je bericht: ${f.group}`,
    paragraphs: [
      f.shown
        ? `Je bericht in ${f.group} is weer te lezen voor iedereen in de groep.`
        : `Er is opnieuw naar je bericht in ${f.group} gekeken. Het blijft verborgen.`,
      f.sentence,
      `Het gesprek:\n${f.link}`,
      `Liever erover praten? ${f.contact}`,
    ],
  }),
}

/** To who reported something. */
export const reportAnsweredLetter: Template<ToMember & { sentence: string }> = {
  en: (f) => ({
    subject: `You reported something: ${f.group}`,
    paragraphs: [
      `Somebody who looks after ${f.group} has looked at the message you reported.`,
      f.sentence,
      `The conversation:\n${f.link}`,
      `Not content with this? ${f.contact}`,
    ],
  }),
  nl: (f) => ({
    subject: `Je meldde iets: ${f.group}`,
    paragraphs: [
      `Iemand die op ${f.group} let, keek naar het bericht dat je meldde.`,
      f.sentence,
      `Het gesprek:\n${f.link}`,
      `Ben je het er niet mee eens? ${f.contact}`,
    ],
  }),
}

interface ToFacilitator {
  group: string
  desk: string
  zone: string
}

export const reportedLetter: Template<ToFacilitator & { page: string; late: boolean }> = {
  en: (f) => ({
    subject: f.late ? `Please answer today: ${f.group}` : `A message was reported: ${f.group}`,
    paragraphs: [
      f.late
        ? `A message in ${f.group} was reported and nobody has answered yet. We promised an answer within three working days.`
        : `Somebody reported a message in ${f.group}. Please look at it and answer within three working days.`,
      `Reports:\n${f.page}`,
    ],
  }),
  nl: (f) => ({
    subject: f.late ? `Antwoord vandaag: ${f.group}` : `Er is een bericht gemeld: ${f.group}`,
    paragraphs: [
      f.late
        ? `Een bericht in ${f.group} is gemeld en niemand antwoordde nog. We beloofden een antwoord binnen drie werkdagen.`
        : `Iemand meldde een bericht in ${f.group}. Kijk ernaar en antwoord binnen drie werkdagen.`,
      `Meldingen:\n${f.page}`,
    ],
  }),
}

export const askedBackLetter: Template<ToFacilitator & { page: string }> = {
  en: (f) => ({
    subject: `Please look again: ${f.group}`,
    paragraphs: [
      `Somebody whose message is hidden in ${f.group} asks you to look at it again. Please say what you think, with a sentence.`,
      `The conversation:\n${f.page}`,
    ],
  }),
  nl: (f) => ({
    subject: `Kijk nog een keer: ${f.group}`,
    paragraphs: [
      `Iemand van wie een bericht in ${f.group} verborgen is, vraagt je om er opnieuw naar te kijken. Zeg wat je ervan vindt, met een zin erbij.`,
      `Het gesprek:\n${f.page}`,
    ],
  }),
}
