import type { Template } from '../notifications/index.ts'

export interface InvitationFacts {
  contact: string
  organisation: string
  place: string
  asker: string
  question: string
  why: string
  minutes: number
  /** In the place's zone. */
  closes: { at: Date; timeZone: string }
  offer: {
    currency: string
    backfillPence: number
    participationPence: number
    testsPence: number
    accessPence: number
    officerHours: number | null
    other: string
  }
  link: string
  /** Name and number of the place's contact. */
  ring: string
}

const LOCALE = { en: 'en-GB', nl: 'nl-NL' } as const
type Language = keyof typeof LOCALE

function closing(language: Language, { at, timeZone }: InvitationFacts['closes']): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone }).format(at)
  const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const time = format({ hour: '2-digit', minute: '2-digit' })
  return language === 'nl'
    ? `${day} om ${time.replace(':', '.')} uur`
    : `${day.replace(',', '')} at ${time}`
}

const USES: Record<Language, [keyof InvitationFacts['offer'], string][]> = {
  en: [
    ['backfillPence', 'to pay for the hours of small organisations'],
    ['participationPence', 'to pay residents who take part'],
    ['testsPence', 'to try things out'],
    ['accessPence', 'for childcare, travel, interpreters and the like'],
  ],
  nl: [
    ['backfillPence', 'om uren van kleine organisaties te betalen'],
    ['participationPence', 'om bewoners te betalen die meedoen'],
    ['testsPence', 'om dingen uit te proberen'],
    ['accessPence', 'voor oppas, reiskosten, tolken en dergelijke'],
  ],
}

/** One line each; empty when nothing is on offer. */
function offered(language: Language, offer: InvitationFacts['offer']): string[] {
  const money = new Intl.NumberFormat(LOCALE[language], {
    style: 'currency',
    currency: offer.currency,
    maximumFractionDigits: 0,
  })
  const sums = USES[language].flatMap(([use, what]) => {
    const pence = offer[use]
    return typeof pence === 'number' && pence > 0 ? [`- ${money.format(pence / 100)} ${what}`] : []
  })
  const hours =
    language === 'nl'
      ? 'uur van mensen van de organisatie die het vraagt'
      : 'hours of the asking body’s own people'
  return [
    ...sums,
    ...(offer.officerHours ? [`- ${offer.officerHours} ${hours}`] : []),
    ...(offer.other ? [`- ${offer.other}`] : []),
  ]
}

export const invitationLetter: Template<InvitationFacts> = {
  en: (f) => {
    const offer = offered('en', f.offer)
    return {
      subject: `${f.asker} asks: ${f.question}`,
      paragraphs: [
        `Hello ${f.contact},`,
        `${f.asker} is asking people in ${f.place}:\n${f.question}`,
        `Why we thought of ${f.organisation}:\n${f.why}`,
        `What it takes: about ${f.minutes} minutes. Five short questions, no attachments, nothing about your turnover. You can answer until ${closing('en', f.closes)}.`,
        offer.length > 0
          ? `What is on offer:\n${offer.join('\n')}`
          : 'No money is on offer. What there is instead stands on the page.',
        `Read the whole question and answer here:\n${f.link}`,
        'To say no, do nothing. You need not answer, it does not count against you, and you may be invited again next time.',
        `Would you rather talk it through first? Ring or write to: ${f.ring}.`,
      ],
    }
  },
  nl: (f) => {
    const offer = offered('nl', f.offer)
    return {
      subject: `${f.asker} vraagt: ${f.question}`,
      paragraphs: [
        `Hallo ${f.contact},`,
        `${f.asker} vraagt aan mensen in ${f.place}:\n${f.question}`,
        `Waarom we aan ${f.organisation} dachten:\n${f.why}`,
        `Wat het kost: ongeveer ${f.minutes} minuten. Vijf korte vragen, geen bijlagen, niets over jullie omzet. Reageren kan tot ${closing('nl', f.closes)}.`,
        offer.length > 0
          ? `Wat er tegenover staat:\n${offer.join('\n')}`
          : 'Er staat geen geld tegenover. Wat er wel is, staat op de pagina.',
        `Lees het hele vraagstuk en reageer hier:\n${f.link}`,
        'Geen zin of geen tijd? Doe dan niets. Je hoeft niet te antwoorden, het is niet in jullie nadeel en een volgende keer kun je weer een uitnodiging krijgen.',
        `Liever er eerst over praten? Bel of schrijf: ${f.ring}.`,
      ],
    }
  },
}
