import type { Template } from '../notifications/index.ts'

export interface ReminderFacts {
  question: string
  /** The last day, in words. */
  day: string
  link: string
}

/** Three working days before everybody should have their answer. */
export const soonLetter: Template<ReminderFacts> = {
  en: (f) => ({
    subject: `Answers due by ${f.day}`,
    paragraphs: [
      `Everybody who answered “${f.question}” should hear from you by ${f.day}.`,
      `Each gets a reason, a sentence on two of your points at least, and a next step. What you have written so far is saved; nobody is told anything until you tell everyone:\n${f.link}`,
      'If you cannot make it, hand the challenge to a colleague in time, or ring your broker.',
    ],
  }),
  nl: (f) => ({
    subject: `Antwoorden uiterlijk ${f.day}`,
    paragraphs: [
      `Iedereen die reageerde op “${f.question}” hoort uiterlijk ${f.day} van je.`,
      `Elk krijgt een reden, een zin bij minstens twee van je punten, en een volgende stap. Wat je al schreef, is bewaard; niemand hoort iets tot je het aan iedereen vertelt:\n${f.link}`,
      'Lukt het niet? Draag het vraagstuk op tijd over aan een collega, of bel je verbinder.',
    ],
  }),
}

/** On the day. */
export const dayLetter: Template<ReminderFacts> = {
  en: (f) => ({
    subject: 'Answers are due today',
    paragraphs: [
      `Today is the last day to answer everybody who answered “${f.question}”`,
      `From tomorrow the public page says that answers are late, and your broker is told.\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: 'Vandaag antwoord geven',
    paragraphs: [
      `Vandaag is de laatste dag om iedereen te antwoorden die reageerde op “${f.question}”`,
      `Vanaf morgen staat op de openbare pagina dat de antwoorden te laat zijn, en hoort je verbinder het.\n${f.link}`,
    ],
  }),
}

export interface LateFacts {
  question: string
  day: string
  /** Who promised: a person, or a public body. */
  asker: string
  link: string
}

/** To the broker: somebody's promise is late. Nothing of what anybody wrote. */
export const lateLetter: Template<LateFacts> = {
  en: (f) => ({
    subject: `Answers are late: ${f.question}`,
    paragraphs: [
      `${f.asker} promised an answer by ${f.day} to everybody who answered “${f.question}” They have not heard.`,
      'Please ring and ask what is in the way. Groups are waiting and may hold hours free.',
      `The public page says since when it is late:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `Antwoorden zijn te laat: ${f.question}`,
    paragraphs: [
      `${f.asker} beloofde uiterlijk ${f.day} te antwoorden aan iedereen die reageerde op “${f.question}” Ze hebben niets gehoord.`,
      'Bel even en vraag wat er in de weg staat. Groepen wachten en houden misschien uren vrij.',
      `Op de openbare pagina staat sinds wanneer het te laat is:\n${f.link}`,
    ],
  }),
}

export interface AskedBackFacts {
  organisation: string
  question: string
  asked: string
  day: string
  link: string
}

export const askedBackLetter: Template<AskedBackFacts> = {
  en: (f) => ({
    subject: `${f.organisation} asks you something`,
    paragraphs: [
      `${f.organisation} read your answer on “${f.question}” and asks one question back:`,
      f.asked,
      `Please answer by ${f.day}. Only they read it:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `${f.organisation} vraagt je iets`,
    paragraphs: [
      `${f.organisation} las je antwoord over “${f.question}” en stelt één vraag terug:`,
      f.asked,
      `Antwoord uiterlijk ${f.day}. Alleen zij lezen het:\n${f.link}`,
    ],
  }),
}

export interface AnsweredBackFacts {
  question: string
  asked: string
  answer: string
  link: string
  contact: string
}

export const answeredBackLetter: Template<AnsweredBackFacts> = {
  en: (f) => ({
    subject: `Your question is answered: ${f.question}`,
    paragraphs: [
      `You asked: ${f.asked}`,
      `The answer: ${f.answer}`,
      `You can read it again here:\n${f.link}`,
      `To talk about it, ring ${f.contact}.`,
    ],
  }),
  nl: (f) => ({
    subject: `Je vraag is beantwoord: ${f.question}`,
    paragraphs: [
      `Je vroeg: ${f.asked}`,
      `Het antwoord: ${f.answer}`,
      `Je kunt het hier nog eens lezen:\n${f.link}`,
      `Wil je erover praten? Bel ${f.contact}.`,
    ],
  }),
}

export interface BackDayFacts {
  question: string
  link: string
}

export const backDayLetter: Template<BackDayFacts> = {
  en: (f) => ({
    subject: 'A question back is due today',
    paragraphs: [
      `An organisation asked you something about its answer on “${f.question}” Today is the last of the five working days.`,
      `Answer it here:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: 'Vandaag een vraag beantwoorden',
    paragraphs: [
      `Een organisatie vroeg je iets over haar antwoord bij “${f.question}” Vandaag is de laatste van de vijf werkdagen.`,
      `Antwoord hier:\n${f.link}`,
    ],
  }),
}

/** To the broker: neither who asked nor what. */
export const backLateLetter: Template<LateFacts> = {
  en: (f) => ({
    subject: `A question back is late: ${f.question}`,
    paragraphs: [
      `An organisation asked ${f.asker} something about the answer it got on “${f.question}” The five working days were over on ${f.day}.`,
      'What it asked stays between the two. Please ring and ask what is in the way.',
      f.link,
    ],
  }),
  nl: (f) => ({
    subject: `Een vraag wacht te lang: ${f.question}`,
    paragraphs: [
      `Een organisatie vroeg ${f.asker} iets over het antwoord dat ze kreeg bij “${f.question}” De vijf werkdagen waren op ${f.day} om.`,
      'Wat ze vroeg, blijft tussen hen tweeën. Bel even en vraag wat er in de weg staat.',
      f.link,
    ],
  }),
}
