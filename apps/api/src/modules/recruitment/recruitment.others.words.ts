import type { Template } from '../notifications/index.ts'
import { day, type ToName } from './recruitment.words.ts'

/** To everybody in the pool, in the words of whoever called it off. */
export const calledOffLetter: Template<ToName> = {
  en: (f) => ({
    subject: `The draw for ${f.group} is called off`,
    paragraphs: [
      `You put your name in the draw for ${f.group} (${f.reference}). On ${day('en', f.day)} it was called off, before anything was drawn. The reason, word for word:`,
      f.why,
      'Nothing is drawn, and nobody gets a place out of it. Sensitive answers are deleted already; we delete your name and contact within a month. You can take them out yourself today:',
      f.slip,
      `What you can do now: other groups have places, some of them without a draw:\n${f.others}`,
      f.contact,
    ],
    text: `The draw for ${f.group} is called off; nothing is drawn. Why, and what happens with your answers: ${f.slip}`,
  }),
  nl: (f) => ({
    subject: `De loting voor ${f.group} gaat niet door`,
    paragraphs: [
      `Je naam zat in de loting voor ${f.group} (${f.reference}). Op ${day('nl', f.day)} is besloten dat ze niet doorgaat, voordat er iets was getrokken. De reden, letterlijk:`,
      f.why,
      'Er wordt niets getrokken en niemand krijgt er een plek door. Gevoelige antwoorden zijn al gewist; je naam en contact wissen we binnen een maand. Je kunt ze er vandaag ook zelf uit halen:',
      f.slip,
      `Wat je nu kunt doen: in andere groepen is plek, soms zonder loting:\n${f.others}`,
      f.contact,
    ],
    text: `De loting voor ${f.group} gaat niet door; er wordt niets getrokken. Waarom, en wat er met je antwoorden gebeurt: ${f.slip}`,
  }),
}

/** To whoever rang for a new slip, or is said to have. */
export const newSlipLetter: Template<ToName> = {
  en: (f) => ({
    subject: `A new slip for your name in the draw: ${f.reference}`,
    paragraphs: [
      `Somebody rang and asked for a new slip for your name in the draw for ${f.group}. It has new words. The old words and the links in our earlier messages no longer work.`,
      `This link works from now on. You see your name there, and can take it out:\n${f.slip}`,
      'Was this not you? Ring us.',
      f.contact,
    ],
    text: `Your slip for the draw (${f.group}, ${f.reference}) has new words. Was this not you? Ring us. See it: ${f.slip}`,
  }),
  nl: (f) => ({
    subject: `Een nieuw briefje voor je naam in de loting: ${f.reference}`,
    paragraphs: [
      `Iemand belde en vroeg om een nieuw briefje voor jouw naam in de loting voor ${f.group}. Er staan nieuwe woorden op. De oude woorden en de links in eerdere berichten werken niet meer.`,
      `Deze link werkt van nu af aan. Je ziet er je naam, en kunt hem eruit halen:\n${f.slip}`,
      'Was jij dit niet? Bel ons.',
      f.contact,
    ],
    text: `Je briefje voor de loting (${f.group}, ${f.reference}) heeft nieuwe woorden. Was jij dit niet? Bel ons. Bekijken: ${f.slip}`,
  }),
}

interface ToOneOfTwo {
  group: string
  page: string
  /** Where help is ended. */
  details: string
  contact: string
}

/** To whoever's contact was given while the one they help, or who helps them, is in already. */
export const heldBackLetter: Template<ToOneOfTwo> = {
  en: (f) => ({
    subject: `No second name in the draw for ${f.group}`,
    paragraphs: [
      `Somebody put a name in the draw for ${f.group} with your contact. It was not taken: you help somebody who is in already, or who helps you is, and the draw has one name for the two of you.`,
      `If it was you and you would rather be in for yourself, end the help under My details first:\n${f.details}`,
      `How the draw works:\n${f.page}`,
      'If it was not you, do nothing.',
      f.contact,
    ],
    text: `Somebody put a name in the draw for ${f.group} with your number. You and somebody you help, or who helps you, are in with one name already. More: ${f.details}`,
  }),
  nl: (f) => ({
    subject: `Geen tweede naam in de loting voor ${f.group}`,
    paragraphs: [
      `Iemand meldde zich met jouw contact aan voor de loting van ${f.group}. Die naam is er niet bij gekomen: wie jij helpt, of wie jou helpt, zit er al in, en voor jullie tweeën is er één naam.`,
      `Was jij het, en wil je liever voor jezelf meedoen? Stop dan eerst de hulp, bij Mijn gegevens:\n${f.details}`,
      `Hoe de loting werkt:\n${f.page}`,
      'Was jij het niet? Dan hoef je niets te doen.',
      f.contact,
    ],
    text: `Iemand meldde zich met jouw nummer aan voor de loting van ${f.group}. Jij en wie je helpt, of wie jou helpt, zitten er al met één naam in. Meer: ${f.details}`,
  }),
}
