import type { Template } from '../notifications/index.ts'
import type { MemberFacts } from './usecases/letters.ts'

/** To everybody in the group, when it begins to report back. */
export const reportLetter: Template<MemberFacts & { youSaid: string }> = {
  en: (f) => ({
    subject: `You said, we did: ${f.group}`,
    paragraphs: [
      `Hello ${f.firstName},`,
      `Everything people said in ${f.group} now stands on one page, with what became of it, what did not and why, and who answers for it:\n${f.youSaid}`,
      'We meet once more. Then you mark whether it was done well enough. You can mark from now on.',
      `Your place in the group:\n${f.link}`,
      f.contact,
    ],
    text: `What became of everything said in ${f.group}: ${f.youSaid} Mark it: ${f.link}`,
  }),
  nl: (f) => ({
    subject: `Jullie zeiden, wij deden: ${f.group}`,
    paragraphs: [
      `Hallo ${f.firstName},`,
      `Alles wat in de groep ${f.group} gezegd is staat nu op één pagina: wat ervan kwam, wat niet en waarom, en wie erop aanspreekbaar is:\n${f.youSaid}`,
      'We komen nog één keer bij elkaar. Dan zeg jij of het goed genoeg gedaan is. Nakijken kan vanaf nu.',
      `Je plek in de groep:\n${f.link}`,
      f.contact,
    ],
    text: `Wat er kwam van alles wat in ${f.group} gezegd is: ${f.youSaid} Kijk het na: ${f.link}`,
  }),
}

/** What the session is for, in the letter that announces it. */
export const homeworkWhy = {
  en: 'We mark what was done with what you all said. You cannot come? Mark it on your phone or on paper, or ring us and we write it down for you.',
  nl: 'We kijken na wat er met jullie woorden is gedaan. Kun je niet? Kijk het na op je telefoon of op papier. Of bel ons, dan schrijven wij het voor je op.',
}

/** To everybody, once the meeting was held (CD8). */
export const ladderLetter: Template<MemberFacts> = {
  en: (f) => ({
    subject: `How much say did you really have? ${f.group}`,
    paragraphs: [
      `Hello ${f.firstName},`,
      `${f.group} is nearly over. One question is left, and only you can answer it: how much say did you really have? There are seven answers, you press one.`,
      `It is published as you all said it, unedited. Nobody is told what you pressed:\n${f.link}`,
      f.contact,
    ],
    text: `${f.group}: how much say did you really have? One press: ${f.link}`,
  }),
  nl: (f) => ({
    subject: `Hoeveel had je echt te zeggen? ${f.group}`,
    paragraphs: [
      `Hallo ${f.firstName},`,
      `De groep ${f.group} is bijna klaar. Er is nog één vraag, en alleen jij kunt hem beantwoorden: hoeveel had je echt te zeggen? Er zijn zeven antwoorden, je kiest er één.`,
      `Het wordt gepubliceerd zoals jullie het zeiden, zonder er iets aan te veranderen. Niemand hoort wat jij koos:\n${f.link}`,
      f.contact,
    ],
    text: `${f.group}: hoeveel had je echt te zeggen? Eén keuze: ${f.link}`,
  }),
}

/** To everybody, when the group is closed. */
export const closedLetter: Template<MemberFacts & { youSaid: string }> = {
  en: (f) => ({
    subject: `${f.group} is closed: how you marked it`,
    paragraphs: [
      `Hello ${f.firstName},`,
      `${f.group} is closed. What was done, how you all marked it and how much say you had is public now:\n${f.youSaid}`,
      'What is still being done goes on, and its promised day stays on that page. Thank you.',
      f.contact,
    ],
    text: `${f.group} is closed. What was done and how you all marked it: ${f.youSaid}`,
  }),
  nl: (f) => ({
    subject: `${f.group} is klaar: zo keken jullie het na`,
    paragraphs: [
      `Hallo ${f.firstName},`,
      `De groep ${f.group} is klaar. Wat er gedaan is, hoe jullie het nakeken en hoeveel jullie te zeggen hadden, kan nu iedereen lezen:\n${f.youSaid}`,
      'Waar nog aan gewerkt wordt gaat door, en de beloofde dag blijft op die pagina staan. Bedankt.',
      f.contact,
    ],
    text: `${f.group} is klaar. Wat er gedaan is en hoe jullie het nakeken: ${f.youSaid}`,
  }),
}
