import { type Calendar, dayIn } from '@howcanwe/shared/places'
import type {
  LanguageChecked,
  SqueezeOut,
  SqueezeOutBrief,
  SqueezeOutFinding,
} from '@howcanwe/shared/squeeze-outs'
import { judgeWindow } from './open-window.rules.ts'
import { anyOf } from './patterns/pattern.ts'
import { languageOf, plain } from './reading.rules.ts'
import { finding, hitsOf, inOrder, wholeOf } from './squeeze-outs.rules.ts'

/** When it is now, and the working days of the place it is in. */
export interface Today {
  at: Date
  calendar: Calendar
}

interface Field {
  pointer: string
  text: string
  /** What may stand here without keeping anybody out. */
  may: readonly SqueezeOut[]
}

/** Background: may name what there is and what went wrong; demands are demands wherever they stand. */
const BACKGROUND: readonly SqueezeOut[] = ['named-solution', 'one-lot', 'arrears-only']

const STORY = ['whyNow', 'whoIsAffected', 'leastServed', 'notAtRisk', 'inventReason'] as const
const ASK = [
  'question',
  'summary',
  'outcome',
  'organisationBenefit',
  'otherOffer',
  'payWhen',
] as const

function fieldsOf(brief: SqueezeOutBrief): Field[] {
  const one = (name: string, text: string | undefined, may: readonly SqueezeOut[]): Field => ({
    pointer: `#/body/${name}`,
    text: text ?? '',
    may,
  })
  return [
    ...ASK.map((name) => one(name, brief[name], [])),
    ...(brief.eligibility ?? []).map((text, i) => one(`eligibility/${i}`, text, [])),
    ...(brief.criteria ?? []).flatMap((c, i) => [
      one(`criteria/${i}/name`, c.name, []),
      one(`criteria/${i}/goodLooksLike`, c.goodLooksLike, []),
    ]),
    ...(brief.constraints ?? []).map((c, i) => one(`constraints/${i}/what`, c.what, BACKGROUND)),
    ...STORY.map((name) => one(name, brief[name], BACKGROUND)),
  ].filter((field) => field.text !== '')
}

/** Under "when is it paid" the words need no verb. */
const ONLY_LATER = anyOf(
  String.raw`\b(?:in arrears|at the end of (?:the )?(?:project|programme|work|year|quarter|contract|term)|on completion|when (?:it|the work|the project) (?:is )?(?:done|finished|ends?|over)|after the (?:project|programme|final report)|quarterly)\b`,
  String.raw`\b(?:achteraf|na afloop|aan het eind\w*|per kwartaal|na (?:het )?(?:eindverslag|afronding|oplevering))\b`,
)
const ALSO_EARLY = anyOf(
  String.raw`\b(?:in advance|up[- ]?front|at the start|before|monthly|weekly|each month|every month|after each|same day|on the day|at the end of (?:each|every|the) (?:session|meeting|day|evening|visit))\b`,
  String.raw`\b(?:vooraf|voorschot\w*|aan het begin|maandelijks|wekelijks|per maand|elke (?:maand|week)|na (?:elke|iedere)|dezelfde dag|na afloop van (?:elke|iedere|de) (?:bijeenkomst|sessie|avond|dag))\b`,
)

function ofPayWhen({ payWhen }: SqueezeOutBrief, language: LanguageChecked): SqueezeOutFinding[] {
  const text = plain(payWhen ?? '')
  if (!ONLY_LATER.test(text) || ALSO_EARLY.test(text)) return []
  return [finding({ code: 'arrears-only', pointer: '#/body/payWhen', quote: text }, language)]
}

/** Organisations give hours: their time is paid for, and so is that of residents who take part. */
function ofTime(brief: SqueezeOutBrief, language: LanguageChecked): SqueezeOutFinding[] {
  if (!brief.hoursPerMonth) return []
  const none = (name: 'backfillPence' | 'participationPence') => brief[name] === 0
  return [
    ...(none('backfillPence')
      ? [finding({ code: 'unpaid-time', pointer: '#/body/backfillPence' }, language)]
      : []),
    ...(none('participationPence')
      ? [
          finding(
            { code: 'unpaid-time', severity: 'amber', pointer: '#/body/participationPence' },
            language,
          ),
        ]
      : []),
  ]
}

function ofWindow(brief: SqueezeOutBrief, today: Today, language: LanguageChecked) {
  if (!brief.closesAt || brief.closesAt <= today.at) return []
  const day = (at: Date) => dayIn(today.calendar.timeZone, at)
  const severity = judgeWindow(today.calendar, day(today.at), day(brief.closesAt))
  return severity
    ? [finding({ code: 'open-window', severity, pointer: '#/body/closesAt' }, language)]
    : []
}

/**
 * What keeps small organisations out of a challenge as it stands (CH4, FR-02): words field by field, and what dates
 * and money tell by themselves. Fields that are not given yet are not held against anyone.
 *
 * @param today the clock of the database and the calendar of the place
 */
export function checkBrief(
  brief: SqueezeOutBrief,
  today: Today,
  given?: LanguageChecked,
): SqueezeOutFinding[] {
  const fields = fieldsOf(brief)
  const text = fields.map((field) => plain(field.text)).join('\n')
  const language = given ?? languageOf(text)
  const whole = wholeOf(text, language)
  const inWords = fields.flatMap(({ pointer, text: own, may }) =>
    hitsOf(own, whole)
      .filter((hit) => !may.includes(hit.code))
      .map((hit) => finding({ ...hit, pointer }, language)),
  )
  const payWhen = inWords.some((f) => f.code === 'arrears-only' && f.pointer === '#/body/payWhen')
  return inOrder([
    ...inWords,
    ...(payWhen ? [] : ofPayWhen(brief, language)),
    ...ofTime(brief, language),
    ...ofWindow(brief, today, language),
  ])
}
