import type { Template } from '../notifications/index.ts'
import type { AboutFacts } from './proposals.words.ts'

const hello = (name: string, language: 'en' | 'nl'): string =>
  `${language === 'en' ? 'Hello' : 'Hallo'} ${name},`

type JoinedFacts = AboutFacts & { other: string; broker: string }
export const joinedLetter: Template<JoinedFacts> = {
  en: (f) => ({
    subject: 'Somebody asked about the same, and the two questions are one now',
    paragraphs: [
      hello(f.name, 'en'),
      `${f.broker} joined two questions that are about the same.`,
      `Yours:\n${f.question}`,
      `The other:\n${f.other}`,
      'Both of you stay co-authors, and everybody behind either counts once. Does that feel wrong to you? Then ring us.',
      `Yours alone:\n${f.link}`,
      `${f.ring}.`,
    ],
    text: `Your question was joined with another about the same. You both stay co-authors: ${f.link}`,
  }),
  nl: (f) => ({
    subject: 'Iemand vroeg hetzelfde, en de twee vragen zijn nu één',
    paragraphs: [
      hello(f.name, 'nl'),
      `${f.broker} voegde twee vragen samen die over hetzelfde gaan.`,
      `De jouwe:\n${f.question}`,
      `De andere:\n${f.other}`,
      'Jullie blijven allebei medeauteur, en iedereen die achter een van de twee staat, telt één keer. Klopt dat niet voor je? Bel ons dan.',
      `Alleen voor jou:\n${f.link}`,
      `${f.ring}.`,
    ],
    text: `Je vraag is samengevoegd met een andere over hetzelfde. Jullie blijven allebei medeauteur: ${f.link}`,
  }),
}

type ByFacts = AboutFacts & { by: string; organisation: string }
export const adoptedLetter: Template<ByFacts> = {
  en: (f) => ({
    subject: `${f.organisation} takes your question over`,
    paragraphs: [
      hello(f.name, 'en'),
      `${f.by} of ${f.organisation} takes it over:\n${f.question}`,
      'It becomes a draft now. You stay its co-author: you can read the draft, say what should be different, and we write to you at every step.',
      `Yours alone:\n${f.link}`,
    ],
    text: `${f.organisation} takes your question over. Read the draft: ${f.link}`,
  }),
  nl: (f) => ({
    subject: `${f.organisation} neemt je vraag over`,
    paragraphs: [
      hello(f.name, 'nl'),
      `${f.by} van ${f.organisation} neemt hem over:\n${f.question}`,
      'Er komt nu een concept. Jij blijft medeauteur: je kunt het lezen, zeggen wat er anders moet, en we schrijven je bij elke stap.',
      `Alleen voor jou:\n${f.link}`,
    ],
    text: `${f.organisation} neemt je vraag over. Lees het concept: ${f.link}`,
  }),
}

type NoFacts = ByFacts & { reasons: string; nextStep: string; kind: 'no' | 'not-now' }
export const noLetter: Template<NoFacts> = {
  en: (f) => ({
    subject:
      f.kind === 'no'
        ? 'The answer to your question is no'
        : 'The answer to your question: not now',
    paragraphs: [
      hello(f.name, 'en'),
      `${f.by} of ${f.organisation} answers:\n${f.question}`,
      `${f.kind === 'no' ? 'No.' : 'Not now.'} Why:\n${f.reasons}`,
      `What happens next:\n${f.nextStep}`,
      `Everybody can read this answer. Talk about it: ${f.ring}.`,
      f.link,
    ],
    text: `${f.organisation} answered your question: ${f.kind === 'no' ? 'no' : 'not now'}. Why: ${f.link}`,
  }),
  nl: (f) => ({
    subject:
      f.kind === 'no' ? 'Het antwoord op je vraag is nee' : 'Het antwoord op je vraag: nu niet',
    paragraphs: [
      hello(f.name, 'nl'),
      `${f.by} van ${f.organisation} antwoordt:\n${f.question}`,
      `${f.kind === 'no' ? 'Nee.' : 'Nu niet.'} Waarom:\n${f.reasons}`,
      `Wat er nu gebeurt:\n${f.nextStep}`,
      `Iedereen kan dit antwoord lezen. Erover praten: ${f.ring}.`,
      f.link,
    ],
    text: `${f.organisation} heeft je vraag beantwoord: ${f.kind === 'no' ? 'nee' : 'nu niet'}. Waarom: ${f.link}`,
  }),
}

/** To everybody behind it, once: what they were promised. */
export const outcomeLetter: Template<ByFacts> = {
  en: (f) => ({
    subject: 'The question you stand behind has an answer',
    paragraphs: [
      hello(f.name, 'en'),
      `${f.by} of ${f.organisation} has answered:\n${f.question}`,
      `Read the answer and the reasons:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: 'De vraag waar je achter staat, heeft antwoord',
    paragraphs: [
      hello(f.name, 'nl'),
      `${f.by} van ${f.organisation} heeft antwoord gegeven:\n${f.question}`,
      `Lees het antwoord en de redenen:\n${f.link}`,
    ],
  }),
}

export const lapsedLetter: Template<AboutFacts> = {
  en: (f) => ({
    subject: 'The time to gather support is over',
    paragraphs: [
      hello(f.name, 'en'),
      `Not enough people stood behind it within the time:\n${f.question}`,
      `That says nothing about how much it matters. Ring ${f.ring}: together you can look for a sponsor and ask it again.`,
      `Yours alone:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: 'De tijd om steun te verzamelen is om',
    paragraphs: [
      hello(f.name, 'nl'),
      `Binnen de tijd stonden er te weinig mensen achter:\n${f.question}`,
      `Dat zegt niets over hoe belangrijk het is. Bel ${f.ring}: samen kunnen jullie iemand zoeken die hem steunt en hem opnieuw stellen.`,
      `Alleen voor jou:\n${f.link}`,
    ],
  }),
}

type CommentFacts = AboutFacts & { text: string; taken: boolean; by: string }
export const commentedLetter: Template<AboutFacts> = {
  en: (f) => ({
    subject: 'A co-author said something about your draft',
    paragraphs: [
      `A resident whose question this was said something about the draft:\n${f.question}`,
      `Read it and say what becomes of it:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: 'Een medeauteur zei iets over je concept',
    paragraphs: [
      `Een bewoner van wie deze vraag was, zei iets over het concept:\n${f.question}`,
      `Lees het en zeg wat ermee gebeurt:\n${f.link}`,
    ],
  }),
}
export const commentAnsweredLetter: Template<CommentFacts> = {
  en: (f) => ({
    subject: f.taken
      ? 'Your words changed the draft'
      : 'An answer to what you said about the draft',
    paragraphs: [
      hello(f.name, 'en'),
      `${f.by} ${f.taken ? 'took over what you said' : 'did not take over what you said'}:\n${f.text}`,
      `Read the draft:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: f.taken
      ? 'Je woorden hebben het concept veranderd'
      : 'Antwoord op wat je over het concept zei',
    paragraphs: [
      hello(f.name, 'nl'),
      `${f.by} ${f.taken ? 'nam over wat je zei' : 'nam niet over wat je zei'}:\n${f.text}`,
      `Lees het concept:\n${f.link}`,
    ],
  }),
}

export const STEPS = [
  'read-through',
  'open',
  'choosing',
  'formed',
  'none-chosen',
  'withdrawn',
  'paused',
] as const
export type Step = (typeof STEPS)[number]
const SAID: Record<'en' | 'nl', Record<Step, string>> = {
  en: {
    'read-through': 'People read it before it opens, and say what should be different',
    open: 'It is open: organisations can say they want to work on it',
    choosing: 'It has closed, and who works on it is being chosen',
    formed: 'A team has been chosen and starts',
    'none-chosen': 'Nobody was chosen; the page says why',
    withdrawn: 'It was taken back; the page says why',
    paused: 'It is paused; the page says why and until when',
  },
  nl: {
    'read-through': 'Mensen lezen het voordat het opengaat, en zeggen wat er anders moet',
    open: 'Het is open: organisaties kunnen zeggen dat ze eraan willen werken',
    choosing: 'Het is gesloten, en nu wordt gekozen wie eraan werkt',
    formed: 'Er is een team gekozen, dat nu begint',
    'none-chosen': 'Er is niemand gekozen; op de pagina staat waarom',
    withdrawn: 'Het is ingetrokken; op de pagina staat waarom',
    paused: 'Het staat stil; op de pagina staat waarom en tot wanneer',
  },
}
export const stepLetter: Template<AboutFacts & { step: Step }> = {
  en: (f) => ({
    subject: 'A step further with your question',
    paragraphs: [
      hello(f.name, 'en'),
      `${SAID.en[f.step]}:\n${f.question}`,
      `Yours alone:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: 'Een stap verder met je vraag',
    paragraphs: [
      hello(f.name, 'nl'),
      `${SAID.nl[f.step]}:\n${f.question}`,
      `Alleen voor jou:\n${f.link}`,
    ],
  }),
}
