import type { Template } from '../notifications/index.ts'

interface ToMember {
  group: string
  reference: string
  text: string
  /** Opens their place on any device. */
  link: string
  contact: string
}

/** To everybody whose voice is asked, once the words are clear: the paper, five working days before (§4.2). */
export const wordsLetter: Template<ToMember & { why: string; from: string }> = {
  en: (f) => ({
    subject: `Please read this before it is decided: ${f.group}`,
    paragraphs: [
      `The group will decide on this:\n“${f.text}”`,
      `Why: ${f.why}`,
      `Nothing is decided before ${f.from}, so that everybody has had time to read it. You will be asked what you think.`,
      `All of it, no password needed:\n${f.link}`,
      `Or ring us and we read it to you: ${f.contact}. Your reference is ${f.reference}.`,
    ],
  }),
  nl: (f) => ({
    subject: `Lees dit voordat het wordt besloten: ${f.group}`,
    paragraphs: [
      `De groep gaat hierover besluiten:\n“${f.text}”`,
      `Waarom: ${f.why}`,
      `Vóór ${f.from} wordt er niets besloten, zodat iedereen tijd heeft om het te lezen. We vragen je wat je ervan vindt.`,
      `Alles, zonder wachtwoord:\n${f.link}`,
      `Of bel ons, dan lezen we het voor: ${f.contact}. Je nummer is ${f.reference}.`,
    ],
  }),
}

/** To every member who can be written to, when a decision opens. */
export const openedLetter: Template<ToMember & { closes: string }> = {
  en: (f) => ({
    subject: `Can you live with this? ${f.group}`,
    paragraphs: [
      `The group asks what you think of this:\n“${f.text}”`,
      `You can answer until ${f.closes}. Say yes, no, or stand aside; you can change it until then. Nobody sees who answered what.`,
      `Answer here, no password needed:\n${f.link}`,
      `Or ring us and we type it in: ${f.contact}. Your reference is ${f.reference}.`,
    ],
  }),
  nl: (f) => ({
    subject: `Kun je hiermee leven? ${f.group}`,
    paragraphs: [
      `De groep vraagt wat je hiervan vindt:\n“${f.text}”`,
      `Je kunt antwoorden tot ${f.closes}. Zeg ja, nee of onthoud je; tot dan kun je het veranderen. Niemand ziet wie wat antwoordde.`,
      `Antwoord hier, zonder wachtwoord:\n${f.link}`,
      `Of bel ons, dan typen wij het in: ${f.contact}. Je nummer is ${f.reference}.`,
    ],
  }),
}

interface ToFacilitator {
  group: string
  number: number
  page: string
}

/** Residents stopped the clock: one extra session is owed, and paid. */
export const heldLetter: Template<ToFacilitator & { until: string; reasons: string }> = {
  en: (f) => ({
    subject: `Residents stopped the clock: decision ${f.number} of ${f.group}`,
    paragraphs: [
      `Residents asked for more time. Nobody can answer until ${f.until}; then the clock goes on.`,
      `Why:\n${f.reasons}`,
      `Please plan one extra session before then. It is paid like any other.\n${f.page}`,
    ],
  }),
  nl: (f) => ({
    subject: `Bewoners zetten de klok stil: besluit ${f.number} van ${f.group}`,
    paragraphs: [
      `Bewoners vragen meer tijd. Tot ${f.until} kan niemand antwoorden; daarna loopt de klok verder.`,
      `Waarom:\n${f.reasons}`,
      `Plan voor die tijd één extra bijeenkomst. Die wordt betaald zoals elke andere.\n${f.page}`,
    ],
  }),
}

/** What the letter about an extra session says it is for. */
export const extraSession = (f: { number: number; text: string }) => ({
  en: `Residents stopped the clock on decision ${f.number}. This extra session, paid, is for talking about it:\n“${f.text}”`,
  nl: `Bewoners zetten de klok stil bij besluit ${f.number}. Deze extra bijeenkomst, betaald, is om erover te praten:\n“${f.text}”`,
})

/** The day the group promised to look again. */
export const reviewLetter: Template<ToFacilitator & { text: string }> = {
  en: (f) => ({
    subject: `Time to look again: decision ${f.number} of ${f.group}`,
    paragraphs: [
      `The group promised itself to look again today:\n“${f.text}”`,
      `Does it work? Write down whether it is kept or revised:\n${f.page}`,
    ],
  }),
  nl: (f) => ({
    subject: `Tijd om opnieuw te kijken: besluit ${f.number} van ${f.group}`,
    paragraphs: [
      `De groep heeft afgesproken vandaag opnieuw te kijken:\n“${f.text}”`,
      `Werkt het? Schrijf op of het blijft of wordt herzien:\n${f.page}`,
    ],
  }),
}

interface ToBody {
  name: string
  group: string
  text: string
  by: string
  page: string
}

/** To the named person whose body has the last word. */
export const answerAskedLetter: Template<ToBody & { consented: boolean }> = {
  en: (f) => ({
    subject: `Your answer is asked by ${f.by}: ${f.group}`,
    paragraphs: [
      `Dear ${f.name},`,
      `${f.group} ${f.consented ? 'agreed on this' : 'did not agree on this'}:\n“${f.text}”`,
      `You have the last word. Please accept it, accept it in part, or say no, with reasons to each objection, by ${f.by}. Your answer is public.`,
      f.page,
    ],
  }),
  nl: (f) => ({
    subject: `Je antwoord wordt gevraagd voor ${f.by}: ${f.group}`,
    paragraphs: [
      `Beste ${f.name},`,
      `${f.group} ${f.consented ? 'is het hierover eens' : 'is het hierover niet eens'}:\n“${f.text}”`,
      `Jij hebt het laatste woord. Neem het over, neem het deels over of zeg nee, met redenen bij elk bezwaar, voor ${f.by}. Je antwoord is openbaar.`,
      f.page,
    ],
  }),
}

export const answerDueLetter: Template<ToBody> = {
  en: (f) => ({
    subject: `Your answer is due ${f.by}: ${f.group}`,
    paragraphs: [
      `Dear ${f.name},`,
      `${f.group} waits for your answer by ${f.by}:\n“${f.text}”`,
      f.page,
    ],
  }),
  nl: (f) => ({
    subject: `Je antwoord moet er ${f.by} zijn: ${f.group}`,
    paragraphs: [
      `Beste ${f.name},`,
      `${f.group} wacht op je antwoord, uiterlijk ${f.by}:\n“${f.text}”`,
      f.page,
    ],
  }),
}

export const answerLateLetter: Template<ToBody> = {
  en: (f) => ({
    subject: `Your answer is late: ${f.group}`,
    paragraphs: [
      `Dear ${f.name},`,
      `${f.group} should have had your answer by ${f.by}. Everybody can read on its page that it is late:\n“${f.text}”`,
      f.page,
    ],
  }),
  nl: (f) => ({
    subject: `Je antwoord is te laat: ${f.group}`,
    paragraphs: [
      `Beste ${f.name},`,
      `${f.group} had je antwoord ${f.by} moeten hebben. Iedereen kan op de pagina lezen dat het te laat is:\n“${f.text}”`,
      f.page,
    ],
  }),
}
