import type { Template } from '../notifications/index.ts'

export interface AskFacts {
  /** The contact person of the group. */
  contact: string
  group: string
  /** Person and public body. */
  asker: string
  question: string
  /** What we ask for, in minutes, and what it takes to read every word of it. */
  minutes: { enough: number; all: number }
  /** In words, in the place's zone. */
  until: string
  link: string
  /** Name and number of the place's contact. */
  ring: string
}

const takes = ({ minutes: { enough, all } }: AskFacts) => ({
  en:
    all > enough
      ? `To read all of it and say one thing takes about ${all} minutes. But about ${enough} minutes are enough: start with the part you know about.`
      : `To read it and say one thing about it takes about ${enough} minutes.`,
  nl:
    all > enough
      ? `Alles lezen en er één ding over zeggen kost ongeveer ${all} minuten. Maar ${enough} minuten is genoeg: begin met het deel waar je iets van weet.`
      : `Het lezen en er één ding over zeggen kost ongeveer ${enough} minuten.`,
})

/** To a small group: would you read this before it opens. */
export const askLetter: Template<AskFacts> = {
  en: (f) => ({
    subject: `Would you read this before it opens? ${f.question}`,
    paragraphs: [
      `Hello ${f.contact},`,
      `${f.asker} is about to ask:\n${f.question}`,
      `Before it opens, two residents and two small groups read it and say what is wrong, missing or hard to understand. Would somebody at ${f.group} be one of them?`,
      `${takes(f).en} You can read it until ${f.until}. Whatever you say gets an answer by name. If it takes you longer than twenty minutes, that is work: we then note how long, so that you can be paid.`,
      `Read it here:\n${f.link}`,
      'This is reading and nothing more. It is not a way to apply. Whether you read it or not, and whatever you say, counts neither for nor against you when it opens.',
      'No time? Do nothing. You get one email about this, and no second one.',
      `Would you rather talk? Ring or write to: ${f.ring}.`,
    ],
  }),
  nl: (f) => ({
    subject: `Wil je dit lezen voordat het opengaat? ${f.question}`,
    paragraphs: [
      `Hallo ${f.contact},`,
      `${f.asker} gaat binnenkort vragen:\n${f.question}`,
      `Voordat het opengaat, lezen twee bewoners en twee kleine groepen het. Ze zeggen wat niet klopt, ontbreekt of moeilijk te begrijpen is. Wil iemand van ${f.group} een van hen zijn?`,
      `${takes(f).nl} Je kunt het lezen tot ${f.until}. Op alles wat je zegt, krijg je antwoord van iemand met een naam. Ben je langer dan twintig minuten bezig, dan is dat werk: we noteren dan hoelang, zodat je betaald kunt worden.`,
      `Lees het hier:\n${f.link}`,
      'Het is lezen en meer niet. Je meldt je hiermee niet aan. Of je het leest of niet, en wat je ook zegt: het telt niet mee als het opengaat, niet voor en niet tegen.',
      'Geen tijd? Doe dan niets. Je krijgt hierover één mail, en geen tweede.',
      `Liever praten? Bel of schrijf: ${f.ring}.`,
    ],
  }),
}

export interface ResidentsFacts {
  asker: string
  question: string
  until: string
  link: string
  /** The same for whoever follows the read-through. */
  desk: string
}

/** To a broker: residents are asked by somebody they know, and their addresses stay there. */
export const residentsLetter: Template<ResidentsFacts> = {
  en: (f) => ({
    subject: `Will you ask residents to read this? ${f.question}`,
    paragraphs: [
      `${f.asker} asks you to find at least two residents who read this before it opens: “${f.question}”`,
      `They can read it until ${f.until}. Choose people it is about, and not always the same ones.`,
      `These words are ready to send on, by text, by email or out loud:\n“We are about to ask: ${f.question} Before it opens, would you read it and tell us what is wrong with it? You get an answer to everything you say. ${f.link}”`,
      `Who has read it so far:\n${f.desk}`,
    ],
  }),
  nl: (f) => ({
    subject: `Vraag je bewoners om dit te lezen? ${f.question}`,
    paragraphs: [
      `${f.asker} vraagt je om minstens twee bewoners te vinden die dit lezen voordat het opengaat: “${f.question}”`,
      `Ze kunnen het lezen tot ${f.until}. Kies mensen om wie het gaat, en niet steeds dezelfde.`,
      `Deze woorden kun je zo doorsturen, per sms, per mail of hardop:\n“We gaan binnenkort vragen: ${f.question} Wil je het lezen voordat het opengaat, en zeggen wat er niet klopt? Je krijgt antwoord op alles wat je zegt. ${f.link}”`,
      `Wie het al gelezen heeft:\n${f.desk}`,
    ],
  }),
}

export interface FewFacts {
  question: string
  until: string
  /** How many it still takes; one of them at least. */
  missing: { residents: number; groups: number }
  desk: string
}

const MISSING = {
  en: {
    residents: (n: number) => (n === 1 ? 'one resident' : `${n} residents`),
    groups: (n: number) => (n === 1 ? 'one small group' : `${n} small groups`),
    and: ' and ',
  },
  nl: {
    residents: (n: number) => (n === 1 ? 'één bewoner' : `${n} bewoners`),
    groups: (n: number) => (n === 1 ? 'één kleine groep' : `${n} kleine groepen`),
    and: ' en ',
  },
}

function missingIn(language: 'en' | 'nl', { missing }: FewFacts): string {
  const say = MISSING[language]
  return [
    ...(missing.residents > 0 ? [say.residents(missing.residents)] : []),
    ...(missing.groups > 0 ? [say.groups(missing.groups)] : []),
  ].join(say.and)
}

/** To whoever asks: readers are missing, two working days before the last day; once. */
export const fewReadersLetter: Template<FewFacts> = {
  en: (f) => ({
    subject: `Readers missing: ${f.question}`,
    paragraphs: [
      `“${f.question}” can be read until ${f.until}. It still takes ${missingIn('en', f)} before it can open.`,
      `Ask more groups with one press, or ask your broker to ask residents:\n${f.desk}`,
      'If nobody else comes, it waits longer, or your broker lets it open with fewer and says why in public. We send no second email about this.',
    ],
  }),
  nl: (f) => ({
    subject: `Er ontbreken lezers: ${f.question}`,
    paragraphs: [
      `“${f.question}” is te lezen tot ${f.until}. Het kan pas open als ${missingIn('nl', f)} het ook ${f.missing.residents + f.missing.groups === 1 ? 'heeft' : 'hebben'} gelezen.`,
      `Vraag met één druk meer groepen, of vraag je verbinder om bewoners te vragen:\n${f.desk}`,
      'Komt er niemand meer, dan wacht het langer, of je verbinder laat het opengaan met minder lezers en zegt openbaar waarom. We sturen hierover geen tweede mail.',
    ],
  }),
}

/** The same for the broker, who knows whom to ring. */
export const fewReadersBrokerLetter: Template<FewFacts> = {
  en: (f) => ({
    subject: `Readers missing: ${f.question}`,
    paragraphs: [
      `“${f.question}” can be read until ${f.until}. It still takes ${missingIn('en', f)} before it can open.`,
      `Do you know somebody to ring? Groups can be asked by email from this page, and you can let it open with fewer there:\n${f.desk}`,
      'Whoever asks it has been told too. We send no second email about this.',
    ],
  }),
  nl: (f) => ({
    subject: `Er ontbreken lezers: ${f.question}`,
    paragraphs: [
      `“${f.question}” is te lezen tot ${f.until}. Het kan pas open als ${missingIn('nl', f)} het ook ${f.missing.residents + f.missing.groups === 1 ? 'heeft' : 'hebben'} gelezen.`,
      `Ken je iemand die je kunt bellen? Op deze pagina kun je groepen per mail vragen, en het met minder lezers laten opengaan:\n${f.desk}`,
      'Wie de vraag stelt, weet het ook. We sturen hierover geen tweede mail.',
    ],
  }),
}
