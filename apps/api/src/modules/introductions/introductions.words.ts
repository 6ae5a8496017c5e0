import type { Template } from '../notifications/index.ts'

export interface AskedFacts {
  /** Who reads it. */
  contact: string
  broker: string
  place: string
  own: string
  /** What the other reads of them. */
  ownAbout: string
  other: string
  otherAbout: string
  /** Of the challenge it is about. */
  question: string | null
  /** The last whole day, in words. */
  answerBy: string
  yes: string
  no: string
  /** Where both can be chosen: what a collected letter leads to. */
  link: string
  /** Name and number of the place's contact. */
  ring: string
}

/** The same for both sides: neither learns who was asked first. */
export const askedLetter: Template<AskedFacts> = {
  en: (f) => ({
    subject: `Shall we introduce you to ${f.other}?`,
    paragraphs: [
      `Hello ${f.contact},`,
      `${f.broker} in ${f.place} thinks ${f.own} and ${f.other} could help each other.`,
      `About ${f.other}:\n${f.otherAbout}`,
      ...(f.question ? [`It is about this question:\n${f.question}`] : []),
      `What ${f.other} would read about you:\n${f.ownAbout}`,
      `Yes, introduce us (one minute; you can change that sentence and choose email or phone):\n${f.yes}`,
      `No thanks:\n${f.no}`,
      `You each get the other’s contact only if you both say yes by ${f.answerBy}. If you say no, nobody but the broker knows, no reason is asked, and it does not count against you.`,
      `Would you rather talk? Ring or write to: ${f.ring}.`,
    ],
    text: `${f.broker}: shall we introduce ${f.own} to ${f.other}? Yes or no, one minute: ${f.yes.replace(/\.yes$/, '')}`,
  }),
  nl: (f) => ({
    subject: `Zullen we je voorstellen aan ${f.other}?`,
    paragraphs: [
      `Hallo ${f.contact},`,
      `${f.broker} in ${f.place} denkt dat ${f.own} en ${f.other} iets aan elkaar kunnen hebben.`,
      `Over ${f.other}:\n${f.otherAbout}`,
      ...(f.question ? [`Het gaat om dit vraagstuk:\n${f.question}`] : []),
      `Wat ${f.other} over jullie zou lezen:\n${f.ownAbout}`,
      `Ja, stel ons voor (één minuut; je kunt die zin aanpassen en kiezen voor e-mail of telefoon):\n${f.yes}`,
      `Nee, bedankt:\n${f.no}`,
      `Jullie krijgen elkaars gegevens alleen als jullie allebei uiterlijk ${f.answerBy} ja zeggen. Zeg je nee, dan weet alleen de verbinder dat. We vragen geen reden en het is niet in jullie nadeel.`,
      `Liever even praten? Bel of schrijf: ${f.ring}.`,
    ],
    text: `${f.broker}: zullen we ${f.own} voorstellen aan ${f.other}? Ja of nee, één minuut: ${f.yes.replace(/\.yes$/, '')}`,
  }),
}

export interface TogetherFacts {
  contact: string
  own: string
  other: string
  otherAbout: string
  /** Name, address and number as the other chose to share them, a line each. */
  reach: string
  broker: string
  link: string
  ring: string
}

export const togetherLetter: Template<TogetherFacts> = {
  en: (f) => ({
    subject: `You and ${f.other} both said yes`,
    paragraphs: [
      `Hello ${f.contact},`,
      `You and ${f.other} both said yes. Here is how to reach them:\n${f.reach}`,
      `About ${f.other}:\n${f.otherAbout}`,
      'They have your contact too. Either of you can make the first move; a short call is often easiest.',
      `You find this again here:\n${f.link}`,
      `In two weeks ${f.broker} asks what came of it. Questions before then: ${f.ring}.`,
    ],
    text: `You and ${f.other} both said yes. Reach them: ${f.reach.replaceAll('\n', ', ')}`,
  }),
  nl: (f) => ({
    subject: `Jullie en ${f.other} zeiden allebei ja`,
    paragraphs: [
      `Hallo ${f.contact},`,
      `Jullie en ${f.other} zeiden allebei ja. Zo bereik je ze:\n${f.reach}`,
      `Over ${f.other}:\n${f.otherAbout}`,
      'Zij hebben jullie gegevens ook. Wie de eerste stap zet, maakt niet uit; even bellen gaat vaak het makkelijkst.',
      `Je vindt het hier terug:\n${f.link}`,
      `Over twee weken vraagt ${f.broker} wat eruit kwam. Eerder iets vragen: ${f.ring}.`,
    ],
    text: `Jullie en ${f.other} zeiden allebei ja. Zo bereik je ze: ${f.reach.replaceAll('\n', ', ')}`,
  }),
}

export interface NotFacts {
  contact: string
  own: string
  other: string
  map: string
  ring: string
}

/** Knows no reason, so it cannot tell one. */
export const notLetter: Template<NotFacts> = {
  en: (f) => ({
    subject: `The introduction to ${f.other} did not come about`,
    paragraphs: [
      `Hello ${f.contact},`,
      `Thank you for saying yes to meeting ${f.other}. This one did not come about. That happens for many reasons, and we say the same in every case.`,
      `Nobody got your contact.`,
      `Who else there is, and what they offer:\n${f.map}`,
      `Would ${f.own} like to meet somebody else? Ring or write to: ${f.ring}.`,
    ],
    text: `The introduction to ${f.other} did not come about. Nobody got your contact. Somebody else? ${f.ring}`,
  }),
  nl: (f) => ({
    subject: `De kennismaking met ${f.other} ging niet door`,
    paragraphs: [
      `Hallo ${f.contact},`,
      `Fijn dat jullie ${f.other} wilden leren kennen. Deze keer ging het niet door. Dat kan om allerlei redenen zijn, en we zeggen altijd hetzelfde.`,
      `Niemand kreeg jullie gegevens.`,
      `Wie er nog meer zijn, en wat ze te bieden hebben:\n${f.map}`,
      `Wil ${f.own} iemand anders leren kennen? Bel of schrijf: ${f.ring}.`,
    ],
    text: `De kennismaking met ${f.other} ging niet door. Niemand kreeg jullie gegevens. Iemand anders? ${f.ring}`,
  }),
}

export interface WhatCameFacts {
  contact: string
  own: string
  other: string
  link: string
  ring: string
}

export const whatCameLetter: Template<WhatCameFacts> = {
  en: (f) => ({
    subject: `What came of meeting ${f.other}?`,
    paragraphs: [
      `Hello ${f.contact},`,
      `Two weeks ago ${f.own} and ${f.other} were introduced. What came of it? Two taps, and “nothing now” is a good answer too:\n${f.link}`,
      'Only the broker reads it.',
      `Has it not worked out to meet? Ring or write to: ${f.ring}.`,
    ],
  }),
  nl: (f) => ({
    subject: `Wat kwam er uit de kennismaking met ${f.other}?`,
    paragraphs: [
      `Hallo ${f.contact},`,
      `Twee weken geleden stelden we ${f.own} en ${f.other} aan elkaar voor. Wat kwam eruit? Twee tikken, en “nu niets” is ook een goed antwoord:\n${f.link}`,
      'Alleen de verbinder leest het.',
      `Is het er niet van gekomen? Bel of schrijf: ${f.ring}.`,
    ],
  }),
}

export interface BrokerFacts {
  one: string
  other: string
  link: string
}

export const brokerTogetherLetter: Template<BrokerFacts> = {
  en: (f) => ({
    subject: `${f.one} and ${f.other} both said yes`,
    paragraphs: [
      `${f.one} and ${f.other} both said yes and have each other’s contact.`,
      `In two weeks all three of you are asked what came of it:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `${f.one} en ${f.other} zeiden allebei ja`,
    paragraphs: [
      `${f.one} en ${f.other} zeiden allebei ja en hebben elkaars gegevens.`,
      `Over twee weken vragen we jullie alle drie wat eruit kwam:\n${f.link}`,
    ],
  }),
}

export const brokerWhatCameLetter: Template<BrokerFacts> = {
  en: (f) => ({
    subject: `What came of ${f.one} meeting ${f.other}?`,
    paragraphs: [
      `Two weeks ago you introduced ${f.one} and ${f.other}. We have asked them both what came of it.`,
      `What they say appears here; when you know how it ended, note it with one tap:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `Wat kwam eruit voor ${f.one} en ${f.other}?`,
    paragraphs: [
      `Twee weken geleden stelde je ${f.one} en ${f.other} aan elkaar voor. We hebben ze allebei gevraagd wat eruit kwam.`,
      `Wat ze zeggen, zie je hier; weet je hoe het afliep, leg het dan met één tik vast:\n${f.link}`,
    ],
  }),
}
