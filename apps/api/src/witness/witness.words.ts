import type { Template } from '../modules/notifications/index.ts'

export interface WitnessFacts {
  contact: string
  place: string
  events: number
  line: string
  page: string
}

export const witness: Template<WitnessFacts> = {
  en: (f) => ({
    subject: `Keep this: the record of ${f.place} holds ${f.events} events`,
    paragraphs: [
      `Hello ${f.contact},`,
      `You need do nothing but keep this email. Every change on the site is written down. The line below says how far that record had come, in a way that cannot be bent afterwards.`,
      f.line,
      `Should anyone ever doubt whether the record was changed, this line can tell, even if whoever runs the site says otherwise. How, in four steps:`,
      f.page,
      `You get this once a day at most, and only when something happened.`,
    ],
  }),
  nl: (f) => ({
    subject: `Bewaar deze: het logboek van ${f.place} telt ${f.events} gebeurtenissen`,
    paragraphs: [
      `Hallo ${f.contact},`,
      `Je hoeft deze mail alleen te bewaren. Elke verandering op de site wordt opgeschreven. De regel hieronder zegt hoe ver dat logboek was, op een manier die achteraf niet te verdraaien is.`,
      f.line,
      `Twijfelt iemand ooit of het logboek is veranderd, dan laat deze regel het zien, ook als degene die de site beheert iets anders zegt. Hoe, in vier stappen:`,
      f.page,
      `Je krijgt dit hoogstens één keer per dag, en alleen als er iets is gebeurd.`,
    ],
  }),
}

/** About the whole installation, to the contact of one of its places. */
export interface AlarmFacts {
  contact: string
  place: string
  page: string
}

export const alarmLetter: Template<AlarmFacts> = {
  en: (f) => ({
    subject: `Nothing can be changed on the site of ${f.place} until somebody has looked`,
    paragraphs: [
      `Hello ${f.contact},`,
      `Everybody can still read everything and sign in. But nothing new is kept: no answers, no decisions, no places in groups.`,
      `Why: every change is written into a record, and how far the record had come is also kept outside the site. Since today the two do not fit. Most often somebody brought back an older copy of the database, and whatever was done after that copy is missing. It can also mean that somebody changed the record.`,
      `Two things you can do now. Ask whoever runs the site what happened. And keep the emails from us with a line that begins with {"v":1: with them anyone can check the record, without trusting whoever runs the site. How:`,
      f.page,
      `If a deadline falls into this time, move it afterwards: nobody should lose a chance over this. You get this email once, and another when the site goes on.`,
    ],
  }),
  nl: (f) => ({
    subject: `Op de site van ${f.place} kan niets veranderen tot iemand heeft gekeken`,
    paragraphs: [
      `Hallo ${f.contact},`,
      `Iedereen kan nog alles lezen en inloggen. Maar er wordt niets nieuws bewaard: geen antwoorden, geen besluiten, geen plekken in groepen.`,
      `Waarom: elke verandering komt in een logboek, en hoe ver dat was gekomen, ligt ook buiten de site. Sinds vandaag passen die twee niet op elkaar. Meestal is er een oudere kopie van de database teruggezet, en ontbreekt wat daarna is gedaan. Het kan ook betekenen dat iemand het logboek heeft veranderd.`,
      `Twee dingen kun je nu doen. Vraag wie de site beheert wat er is gebeurd. En bewaar onze mails met een regel die begint met {"v":1: daarmee kan iedereen het logboek nakijken, zonder de beheerder te hoeven geloven. Hoe:`,
      f.page,
      `Valt er een deadline in deze tijd, verzet die dan achteraf: niemand mag hierdoor een kans missen. Je krijgt deze mail één keer, en nog een als de site verdergaat.`,
    ],
  }),
}

export const acceptedLetter: Template<AlarmFacts & { why: string }> = {
  en: (f) => ({
    subject: `The site of ${f.place} takes changes again`,
    paragraphs: [
      `Hello ${f.contact},`,
      `Whoever runs the site has looked at why the record did not fit what is kept outside the site, and gives this reason:`,
      f.why,
      `Does that agree with what you know? Then only look whether deadlines fell into this time, and move those. If it does not, the lines you kept still show what the record was before:`,
      f.page,
    ],
  }),
  nl: (f) => ({
    subject: `De site van ${f.place} neemt weer veranderingen aan`,
    paragraphs: [
      `Hallo ${f.contact},`,
      `Wie de site beheert, heeft gekeken waarom het logboek niet paste op wat buiten de site ligt, en geeft deze reden:`,
      f.why,
      `Klopt dat met wat jij weet? Kijk dan alleen of er deadlines in deze tijd vielen, en verzet die. Zo niet, dan laten de regels die je bewaarde nog steeds zien hoe het logboek was:`,
      f.page,
    ],
  }),
}
