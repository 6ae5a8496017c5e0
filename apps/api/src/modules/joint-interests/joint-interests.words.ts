import type { Template } from '../notifications/index.ts'

export interface JointFacts {
  /** The challenge, in its own words. */
  question: string
  /** Who did it: an organisation, or the broker by name. */
  by: string
  /** Everybody in it now, as a list. */
  names: string
  /** Why they of all were asked. */
  why: string
  closesAt: string
  link: string
  contact: string
}

/** Asked to answer together: by whom, why, how long it takes, and that a no costs nothing (J-12). */
export const invitedLetter: Template<JointFacts> = {
  en: (f) => ({
    subject: `Answer together with ${f.by}? ${f.question}`,
    paragraphs: [
      `${f.by} asks whether you would answer this together:\n${f.question}`,
      `Why you: ${f.why}`,
      'It takes about ten minutes. You write your own part, say how many hours and how much of the money is yours, and agree to what all of you say. Nothing is sent before everybody has agreed.',
      `Say yes or no until ${f.closesAt}:\n${f.link}`,
      'A no needs no reason, and it changes nothing for the next time. You can leave again until it is sent.',
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Samen reageren met ${f.by}? ${f.question}`,
    paragraphs: [
      `${f.by} vraagt of jullie hier samen op willen reageren:\n${f.question}`,
      `Waarom jullie: ${f.why}`,
      'Het kost ongeveer tien minuten. Je schrijft je eigen deel, zegt hoeveel uur en hoeveel van het geld voor jullie is, en gaat akkoord met wat jullie samen zeggen. Er wordt niets verstuurd voordat iedereen akkoord is.',
      `Zeg ja of nee tot ${f.closesAt}:\n${f.link}`,
      'Bij een nee hoort geen reden, en voor een volgende keer maakt het niets uit. Tot het verstuurd is, kun je er weer uit.',
      f.contact,
    ],
  }),
}

export const joinedLetter: Template<JointFacts> = {
  en: (f) => ({
    subject: `${f.by} answers together with you: ${f.question}`,
    paragraphs: [
      `${f.by} has said yes. In it now: ${f.names}.`,
      `Everybody looks at the terms once more and agrees:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `${f.by} reageert samen met jullie: ${f.question}`,
    paragraphs: [
      `${f.by} heeft ja gezegd. Nu doen mee: ${f.names}.`,
      `Iedereen bekijkt de afspraken nog eens en gaat akkoord:\n${f.link}`,
      f.contact,
    ],
  }),
}

/** Neutral: that somebody is not in it any more, never why. */
export const leftLetter: Template<JointFacts> = {
  en: (f) => ({
    subject: `Your answer together has changed: ${f.question}`,
    paragraphs: [
      `${f.by} is not part of your answer together any more. Your own parts are as they were.`,
      `In it now: ${f.names}. Look at the terms and agree once more, until ${f.closesAt}:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Jullie gezamenlijke reactie is veranderd: ${f.question}`,
    paragraphs: [
      `${f.by} doet niet meer mee met jullie gezamenlijke reactie. Jullie eigen delen staan er nog zoals ze waren.`,
      `Nu doen mee: ${f.names}. Bekijk de afspraken en ga nog eens akkoord, tot ${f.closesAt}:\n${f.link}`,
      f.contact,
    ],
  }),
}

export const endedLetter: Template<JointFacts> = {
  en: (f) => ({
    subject: `You can answer by yourselves: ${f.question}`,
    paragraphs: [
      `${f.by} is not part of your answer together any more, and one alone is not together, so it has ended.`,
      `What you wrote is kept as a draft of your own. You can go on with it and send it until ${f.closesAt}:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Jullie kunnen zelf reageren: ${f.question}`,
    paragraphs: [
      `${f.by} doet niet meer mee met jullie gezamenlijke reactie. Met één organisatie is het niet meer samen, dus die reactie stopt.`,
      `Wat jullie schreven, staat klaar als eigen concept. Je kunt ermee verder en het versturen tot ${f.closesAt}:\n${f.link}`,
      f.contact,
    ],
  }),
}

export const changedLetter: Template<JointFacts> = {
  en: (f) => ({
    subject: `Please look again: ${f.question}`,
    paragraphs: [
      `Something has changed in what you say together, after you had agreed. So your yes does not count for it yet.`,
      `Look at it and agree again, until ${f.closesAt}:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Kijk nog eens: ${f.question}`,
    paragraphs: [
      'Er is iets veranderd aan wat jullie samen zeggen, nadat jij akkoord ging. Je ja telt daar nog niet voor.',
      `Bekijk het en ga opnieuw akkoord, tot ${f.closesAt}:\n${f.link}`,
      f.contact,
    ],
  }),
}

export const readyLetter: Template<JointFacts> = {
  en: (f) => ({
    subject: `Everybody has agreed, you can send it: ${f.question}`,
    paragraphs: [
      `${f.names} have all agreed to the same terms.`,
      `You convene it, so you send it, until ${f.closesAt}:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Iedereen is akkoord, je kunt het versturen: ${f.question}`,
    paragraphs: [
      `${f.names} zijn allemaal akkoord met dezelfde afspraken.`,
      `Jij bent de trekker, dus jij verstuurt het, tot ${f.closesAt}:\n${f.link}`,
      f.contact,
    ],
  }),
}

export const convenorLetter: Template<JointFacts> = {
  en: (f) => ({
    subject: `You convene it now: ${f.question}`,
    paragraphs: [
      `${f.by} has handed your answer together to you. You write what all of you say, and send it when everybody has agreed.`,
      `Until ${f.closesAt}:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Jij bent nu de trekker: ${f.question}`,
    paragraphs: [
      `${f.by} heeft jullie gezamenlijke reactie aan jou overgedragen. Jij schrijft wat jullie samen zeggen en verstuurt het als iedereen akkoord is.`,
      `Tot ${f.closesAt}:\n${f.link}`,
      f.contact,
    ],
  }),
}

export const sentLetter: Template<JointFacts> = {
  en: (f) => ({
    subject: `Your answer together is sent: ${f.question}`,
    paragraphs: [
      `${f.names} have answered as one. It counts once, and every one of you gets the answer to it.`,
      `Nobody outside can read it before ${f.closesAt}. Until then ${f.by} can take it back:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Jullie gezamenlijke reactie is verstuurd: ${f.question}`,
    paragraphs: [
      `${f.names} hebben als één gereageerd. Het telt één keer, en jullie krijgen allemaal het antwoord erop.`,
      `Niemand daarbuiten kan het lezen voor ${f.closesAt}. Tot dan kan ${f.by} het intrekken:\n${f.link}`,
      f.contact,
    ],
  }),
}

export const takenBackLetter: Template<JointFacts> = {
  en: (f) => ({
    subject: `Your answer together is taken back: ${f.question}`,
    paragraphs: [
      `${f.by} has taken back what you sent together. Nobody outside has read it, and nobody can.`,
      `What each of you wrote is still there. It can be sent again until ${f.closesAt}, or you can leave and answer by yourselves:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Jullie gezamenlijke reactie is ingetrokken: ${f.question}`,
    paragraphs: [
      `${f.by} heeft ingetrokken wat jullie samen verstuurden. Niemand daarbuiten heeft het gelezen, en dat kan ook niet meer.`,
      `Wat jullie schreven, staat er nog. Het kan opnieuw verstuurd worden tot ${f.closesAt}, of je stapt eruit en reageert zelf:\n${f.link}`,
      f.contact,
    ],
  }),
}

export const unsentLetter: Template<JointFacts> = {
  en: (f) => ({
    subject: `Not sent yet: ${f.question}`,
    paragraphs: [
      `What ${f.names} want to say together has not been sent, and the question closes ${f.closesAt}.`,
      `The page says what is missing. You can also leave and answer by yourselves:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Nog niet verstuurd: ${f.question}`,
    paragraphs: [
      `Wat ${f.names} samen willen zeggen, is nog niet verstuurd. Reageren kan tot ${f.closesAt}.`,
      `Op de pagina staat wat er ontbreekt. Je kunt er ook uit stappen en zelf reageren:\n${f.link}`,
      f.contact,
    ],
  }),
}
