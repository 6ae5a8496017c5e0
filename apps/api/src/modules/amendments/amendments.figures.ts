/** A language in which a challenge is asked. */
export type Spoken = 'en' | 'nl'

/** What says how much, how long or when in words, and is as binding as a figure (§2.4, CH7 [G]). */
export interface FigureWords {
  /** Words that are a number: "twelve" and "12" say the same. */
  numbers: Readonly<Record<string, number>>
  /** Words that are a figure or a date by themselves: names of months and days, "half", "monthly", money. */
  names: readonly string[]
  /** Names that are also everyday words: only with a capital, and beside a figure or after a word that dates. */
  namesInCompany: readonly string[]
  /** What makes a date of the names above: "in May", "until March". */
  dating: readonly string[]
  /** Lengths of time, which count after a number or one of `counting`: "a year" may not become "a month". */
  units: Readonly<Record<string, string>>
  counting: readonly string[]
  /** Stand between a number and its unit: "five working days" may not become "five days". */
  between: readonly string[]
}

const words = (list: string): string[] => list.trim().split(/\s+/)
const counted = (list: string, from: number, step = 1): Record<string, number> =>
  Object.fromEntries(words(list).map((word, i) => [word, from + i * step]))

export const FIGURE_WORDS: Readonly<Record<Spoken, FigureWords>> = {
  en: {
    numbers: {
      ...counted(
        `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen`,
        2,
      ),
      ...counted('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
    },
    names: words(`
      january february april june july september october november december
      monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays
      sunday sundays weekend weekends spring summer autumn winter easter christmas noon midday midnight
      hundred hundreds thousand thousands million millions dozen dozens couple half halves halved third thirds quarter
      quarters double triple twice fourth fifth sixth seventh eighth ninth tenth eleventh twelfth second
      hourly daily weekly fortnight fortnightly monthly quarterly yearly annual annually
      pound pounds pence penny euro euros cent cents percent`),
    namesInCompany: ['may', 'march', 'august'],
    dating: words(
      'in by until till from since before after of early mid late next last this to through and between',
    ),
    units: {
      minute: 'minute',
      minutes: 'minute',
      hour: 'hour',
      hours: 'hour',
      day: 'day',
      days: 'day',
      week: 'week',
      weeks: 'week',
      month: 'month',
      months: 'month',
      term: 'term',
      terms: 'term',
      year: 'year',
      years: 'year',
    },
    counting: words('a an one per each every next last'),
    between: words('working calendar whole full school'),
  },
  nl: {
    numbers: {
      ...counted(
        `twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien
        negentien`,
        2,
      ),
      ...counted('twintig dertig veertig vijftig zestig zeventig tachtig negentig', 20, 10),
    },
    names: words(`
      januari februari maart april mei juni juli augustus september oktober november december
      maandag dinsdag woensdag donderdag vrijdag zaterdag zondag maandagen dinsdagen woensdagen donderdagen vrijdagen
      zaterdagen zondagen weekend weekenden lente voorjaar zomer najaar herfst winter pasen kerst middernacht
      honderd honderden duizend duizenden miljoen miljard tiental tientallen dozijn half halve helft halfjaar anderhalf
      anderhalve kwart kwartaal kwartier dubbel dubbele driedubbel derde
      dagelijks dagelijkse wekelijks wekelijkse maandelijks maandelijkse jaarlijks jaarlijkse
      pond euro cent procent`),
    namesInCompany: [],
    dating: [],
    units: {
      minuut: 'minuut',
      minuten: 'minuut',
      uur: 'uur',
      uren: 'uur',
      dag: 'dag',
      dagen: 'dag',
      werkdag: 'werkdag',
      werkdagen: 'werkdag',
      week: 'week',
      weken: 'week',
      maand: 'maand',
      maanden: 'maand',
      jaar: 'jaar',
      jaren: 'jaar',
    },
    counting: words('een één per elke elk iedere ieder volgende volgend vorige vorig'),
    between: words('hele volle'),
  },
}

/** "Vijfentwintig", "tweehonderd", "twaalfweeks", "vierde": Dutch writes its numbers and what they count in one word. */
export const DUTCH_PARTS = {
  one: 'een|één|twee|drie|vier|vijf|zes|zeven|acht|negen',
  tens: 'twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig',
  big: 'honderd|duizend|miljoen',
  ends: '(?:jaar|jarige?|maands|maandse|maandelijkse?|weekse?|wekelijkse?|daagse?|uurs|maal|keer|voud|voudige?|tallen|tal|duizend|honderd|de|ste)',
} as const
