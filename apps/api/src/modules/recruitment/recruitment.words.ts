import type { Template } from '../notifications/index.ts'

/** What somebody in the draw is told; nothing they typed is in it. */
export interface ToName {
  group: string
  reference: string
  /** YYYY-MM-DD where the place is. */
  day: string
  /** Opens their own slip. */
  slip: string
  page: string
  others: string
  /** Whom to ring. */
  contact: string
  /** Why it was called off; empty in any other letter. */
  why: string
}

export const day = (language: 'en' | 'nl', of: string): string =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'full',
    timeZone: 'UTC',
  }).format(new Date(`${of}T12:00:00Z`))

export const inLetter: Template<ToName> = {
  en: (f) => ({
    subject: `Your name is in the draw: ${f.reference}`,
    paragraphs: [
      `Your name is in the draw for ${f.group}. Your reference is ${f.reference}.`,
      `You can take your name out, or delete answers, at any time. Names close on ${day('en', f.day)}; from then on you see your number and your chance there too:\n${f.slip}`,
      `How the draw works, and how anybody can check it:\n${f.page}`,
      'Was this not you? Open the first link and take the name out. You need no reason.',
      f.contact,
    ],
    text: `Your name is in the draw for ${f.group}: ${f.reference}. See it or take it out: ${f.slip}`,
  }),
  nl: (f) => ({
    subject: `Je naam zit in de loting: ${f.reference}`,
    paragraphs: [
      `Je naam zit in de loting voor ${f.group}. Je kenmerk is ${f.reference}.`,
      `Je kunt je naam er altijd uit halen, of antwoorden wissen. Aanmelden kan tot ${day('nl', f.day)}; daarna zie je hier ook je nummer en je kans:\n${f.slip}`,
      `Hoe de loting werkt, en hoe iedereen haar kan narekenen:\n${f.page}`,
      'Was jij dit niet? Open de eerste link en haal de naam eruit. Een reden hoeft niet.',
      f.contact,
    ],
    text: `Je naam zit in de loting voor ${f.group}: ${f.reference}. Bekijken of eruit halen: ${f.slip}`,
  }),
}

export const alreadyInLetter: Template<ToName> = {
  en: (f) => ({
    subject: `Your name was in the draw already: ${f.reference}`,
    paragraphs: [
      `Somebody put a name in the draw for ${f.group} with your contact. Yours is in already, so nothing has changed: one contact, one name. Your reference is ${f.reference}.`,
      `Your slip:\n${f.slip}`,
      'Did somebody who shares your phone or address want to be in as well? Ring us, and we put their name in.',
      f.contact,
    ],
    text: `Your name was in the draw for ${f.group} already (${f.reference}); nothing has changed. Your slip: ${f.slip}`,
  }),
  nl: (f) => ({
    subject: `Je naam zat al in de loting: ${f.reference}`,
    paragraphs: [
      `Iemand meldde zich met jouw contact aan voor de loting van ${f.group}. Jouw naam zit er al in, dus er is niets veranderd: één contact, één naam. Je kenmerk is ${f.reference}.`,
      `Je briefje:\n${f.slip}`,
      'Wilde iemand met dezelfde telefoon of hetzelfde adres ook meedoen? Bel ons, dan zetten we die naam erbij.',
      f.contact,
    ],
    text: `Je naam zat al in de loting voor ${f.group} (${f.reference}); er is niets veranderd. Je briefje: ${f.slip}`,
  }),
}

export const notDrawnLetter: Template<ToName> = {
  en: (f) => ({
    subject: `The draw for ${f.group}: not this time`,
    paragraphs: [
      `Thank you for putting your name in for ${f.group}. There were more names than places, and the draw did not bring yours up. It was chance, and says nothing about you.`,
      `You can check that: your number, your chance and the sheet that came up are here:\n${f.slip}`,
      `What you can do now: other groups have places, some of them without a draw:\n${f.others}`,
      'What the group brings about will stand on its page, and you can tell it what you think there. We delete your name and contact within a month.',
      f.contact,
    ],
    text: `The draw for ${f.group} did not bring your name up. It was chance. Check it: ${f.slip} Other groups: ${f.others}`,
  }),
  nl: (f) => ({
    subject: `De loting voor ${f.group}: deze keer niet`,
    paragraphs: [
      `Dank je dat je mee wilde doen met ${f.group}. Er waren meer namen dan plekken, en jouw naam kwam niet uit de loting. Dat was toeval en zegt niets over jou.`,
      `Je kunt het narekenen: je nummer, je kans en het vel dat is getrokken staan hier:\n${f.slip}`,
      `Wat je nu kunt doen: in andere groepen is plek, soms zonder loting:\n${f.others}`,
      'Wat de groep voor elkaar krijgt, staat straks op haar pagina, en daar kun je zeggen wat je ervan vindt. We wissen je naam en contact binnen een maand.',
      f.contact,
    ],
    text: `Je naam kwam niet uit de loting voor ${f.group}. Dat was toeval. Narekenen: ${f.slip} Andere groepen: ${f.others}`,
  }),
}

interface ToWhoDraws {
  group: string
  names: number
  isLottery: boolean
  /** Too few of somebody, or targets that gave way. */
  lacks: boolean
  day: string
  desk: string
}

export const closedLetter: Template<ToWhoDraws> = {
  en: (f) => ({
    subject: `Names are closed for ${f.group}`,
    paragraphs: [
      `${f.names} people put their names in.`,
      f.lacks
        ? 'Not every target can be kept: the page shows which. You can give more time and ask around again; that is possible until the figure is known.'
        : 'Every target can be kept.',
      f.isLottery
        ? `There are more names than seats, so there is a draw. Once the figure is known (${day('en', f.day)}), two of you type it.`
        : 'There is a seat for everybody, so nobody is drawn. Look at the names and confirm.',
      f.desk,
    ],
  }),
  nl: (f) => ({
    subject: `De aanmelding voor ${f.group} is gesloten`,
    paragraphs: [
      `${f.names} mensen meldden zich aan.`,
      f.lacks
        ? 'Niet elk streven is haalbaar: de pagina laat zien welk niet. Je kunt meer tijd geven en nog eens rondvragen, tot het getal bekend is.'
        : 'Elk streven is haalbaar.',
      f.isLottery
        ? `Er zijn meer namen dan plekken, dus er wordt geloot. Is het getal bekend (${day('nl', f.day)}), dan typen jullie het met z’n tweeën.`
        : 'Er is plek voor iedereen, dus er wordt niet geloot. Bekijk de namen en bevestig.',
      f.desk,
    ],
  }),
}
