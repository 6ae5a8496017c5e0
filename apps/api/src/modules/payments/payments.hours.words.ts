import type { Template } from '../notifications/index.ts'
import { foot, type ToMember } from './payments.words.ts'

/** To whoever said that their hours were not right: the answer, with who gave it. */
export const hoursLetter: Template<ToMember & { answer: 'yes' | 'no'; why: string; by: string }> = {
  en: (f) => ({
    subject:
      f.answer === 'yes'
        ? `Your hours are put right: ${f.group}, ${f.day}`
        : `About your hours: ${f.group}, ${f.day}`,
    paragraphs: [
      f.answer === 'yes'
        ? `Hello ${f.firstName}, you told us that your hours for ${f.day} were not right. ${f.by} has put them right, and what was missing is paid too.`
        : `Hello ${f.firstName}, you told us that your hours for ${f.day} were not right. ${f.by} leaves them as they are. The reason: ${f.why}`,
      f.answer === 'yes'
        ? `Tell us in two taps how you want it:\n${f.open}`
        : `Is that not how it was? Ring us, or say it again:\n${f.open}`,
      foot(true, f),
    ],
    text:
      f.answer === 'yes'
        ? `${f.group}: your hours for ${f.day} are put right. Tell us how you want the rest: ${f.open}`
        : `${f.group}: your hours for ${f.day} stay as they are. Read why: ${f.open}`,
  }),
  nl: (f) => ({
    subject:
      f.answer === 'yes'
        ? `Je uren zijn hersteld: ${f.group}, ${f.day}`
        : `Over je uren: ${f.group}, ${f.day}`,
    paragraphs: [
      f.answer === 'yes'
        ? `Dag ${f.firstName}, je liet weten dat je uren voor ${f.day} niet klopten. ${f.by} heeft ze hersteld, en wat ontbrak wordt ook vergoed.`
        : `Dag ${f.firstName}, je liet weten dat je uren voor ${f.day} niet klopten. ${f.by} laat ze zoals ze zijn. De reden: ${f.why}`,
      f.answer === 'yes'
        ? `Kies met twee tikken hoe je het wilt:\n${f.open}`
        : `Was het toch anders? Bel ons, of zeg het nog een keer:\n${f.open}`,
      foot(false, f),
    ],
    text:
      f.answer === 'yes'
        ? `${f.group}: je uren voor ${f.day} zijn hersteld. Kies hoe je de rest wilt: ${f.open}`
        : `${f.group}: je uren voor ${f.day} blijven zoals ze zijn. Lees waarom: ${f.open}`,
  }),
}

/** To whoever runs a group: somebody says their hours are not right, or still waits for an answer. */
export const hoursAskedLetter: Template<{ group: string; pay: string; due: boolean }> = {
  en: (f) => ({
    subject: f.due
      ? `Somebody waits for your answer about their hours: ${f.group}`
      : `Somebody’s hours are not right: ${f.group}`,
    paragraphs: [
      f.due
        ? `Somebody in ${f.group} told you that their hours are not right, and the three working days for an answer are nearly over.`
        : `Somebody in ${f.group} says that the hours put down for them are not right. They were promised an answer within three working days.`,
      `Yes, and the rest is paid; or no, and why:\n${f.pay}`,
    ],
  }),
  nl: (f) => ({
    subject: f.due
      ? `Iemand wacht op je antwoord over de uren: ${f.group}`
      : `Iemands uren kloppen niet: ${f.group}`,
    paragraphs: [
      f.due
        ? `Iemand in ${f.group} liet weten dat de uren niet kloppen, en de drie werkdagen voor een antwoord zijn bijna om.`
        : `Iemand in ${f.group} zegt dat de opgeschreven uren niet kloppen. Er is een antwoord beloofd binnen drie werkdagen.`,
      `Ja, en de rest wordt vergoed; of nee, en waarom:\n${f.pay}`,
    ],
  }),
}
