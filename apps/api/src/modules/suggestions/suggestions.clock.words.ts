import type { Template } from '../notifications/index.ts'
import type { DutyFacts } from './usecases/letters.ts'

type Waiting = DutyFacts & { waiting: number }
const thingsEn = (n: number) => (n === 1 ? 'One thing' : `${n} things`)
const dingen = (n: number) => (n === 1 ? 'Eén ding' : `${n} dingen`)

export const answerSoonLetter: Template<Waiting> = {
  en: (f) => ({
    subject: `An answer to residents is due: ${f.group}`,
    paragraphs: [
      `${thingsEn(f.waiting)} people said in ${f.group} should be answered in the next days. We promised a day, and everybody can read it.`,
      `What it is, and how many days are left:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `Er is een antwoord aan bewoners nodig: ${f.group}`,
    paragraphs: [
      `${dingen(f.waiting)} uit de groep ${f.group} ${f.waiting === 1 ? 'moet' : 'moeten'} de komende dagen een antwoord krijgen. We beloofden een dag, en iedereen kan die lezen.`,
      `Wat het is, en hoeveel dagen er nog zijn:\n${f.link}`,
    ],
  }),
}

export const answerLateLetter: Template<Waiting> = {
  en: (f) => ({
    subject: `An answer to residents is late: ${f.group}`,
    paragraphs: [
      `${thingsEn(f.waiting)} people said in ${f.group} should have been answered by now. The public page says that it is late.`,
      `Answer now. A no is an answer too, with its reason and a name:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `Een antwoord aan bewoners is te laat: ${f.group}`,
    paragraphs: [
      `${dingen(f.waiting)} uit de groep ${f.group} had${f.waiting === 1 ? '' : 'den'} al een antwoord moeten krijgen. Op de openbare pagina staat dat het te laat is.`,
      `Antwoord nu. Nee is ook een antwoord, met een reden en een naam erbij:\n${f.link}`,
    ],
  }),
}

export const homeworkDueLetter: Template<DutyFacts> = {
  en: (f) => ({
    subject: `Set the day to mark the homework: ${f.group}`,
    paragraphs: [
      `${f.group} reports back. Within three months everybody meets once more to mark what was done, and no day is set yet.`,
      `Set day and place:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `Kies de dag om het huiswerk na te kijken: ${f.group}`,
    paragraphs: [
      `De groep ${f.group} koppelt terug. Binnen drie maanden komt iedereen nog één keer bij elkaar om na te kijken wat er gedaan is. Er is nog geen dag.`,
      `Kies dag en plaats:\n${f.link}`,
    ],
  }),
}

export const homeworkLateLetter: Template<DutyFacts> = {
  en: (f) => ({
    subject: `The meeting to mark the homework is late: ${f.group}`,
    paragraphs: [
      `${f.group} should have met by now to mark what was done with what people said. The public page says that it is late.`,
      `Set a day now, and say when it was held:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `Het huiswerk is nog niet nagekeken: ${f.group}`,
    paragraphs: [
      `De groep ${f.group} had al bij elkaar moeten komen om na te kijken wat er gedaan is. Op de openbare pagina staat dat het te laat is.`,
      `Kies nu een dag, en laat weten wanneer het is gebeurd:\n${f.link}`,
    ],
  }),
}
