import { EN_CAPITALS, EN_JARGON, EN_LABELS } from './framing.en.jargon.ts'
import { EN_PEOPLE } from './framing.en.people.ts'
import { EN_REWRITES } from './framing.en.rewrites.ts'
import { EN_SOLUTIONS } from './framing.en.solutions.ts'
import { type Framing, listed, oneOf, type Rule, upTo, words } from './framing.rule.ts'

const END_IT = listed(`
  end | eradicate | eliminate | abolish | stop | solve | beat | tackle | fix | address | defeat | fight |
  combat | cure | reduce | prevent | overcome | deal with | get rid of | respond to
`)
const WORLD = listed(`
  homelessness | (?:child |food |fuel |in-work )?poverty | loneliness | social isolation | isolation |
  hunger | racism | (?:health |social |income |the )*inequalit(?:y|ies) | deprivation |
  climate (?:change|emergency|crisis) | the climate crisis | crime | (?:knife|youth|violent) crime |
  violence | domestic abuse | unemployment | obesity | mental (?:ill )?health(?: problems| issues)? |
  addiction | ageing | the housing crisis | the cost of living(?: crisis)? | discrimination |
  air pollution | pollution | waste | congestion
`)
const WHOLE = listed(`
  (?:the |our )?(?:local |public )?(?:transport|mobility|housing|education|schools|health|healthcare|wellbeing|social care) |
  (?:the |our )?(?:health and (?:wellbeing|social care)|adult social care|mental health|public services|services|infrastructure|economy|environment) |
  (?:the |our )?(?:communit(?:y|ies)|community safety|quality of life|town centres?|high streets?|borough|district|county|city|town|system|culture|skills) |
  outcomes(?: for (?:all|everyone|(?:our )?(?:residents|children|people|young people|older people|families|patients|communities)))? |
  (?:the |people's |residents' )?(?:lives|life)(?: (?:of|for) (?:all|everyone|(?:our )?(?:residents|people|children|older people|young people|families)))? |
  things | children | people | residents | everyone | everybody | young people | older people | families
`)
const NARROWED =
  /\b(?:among|amongst|between|who|whose|after|before|when|where|without|at (?:school|work|home|night)|on (?!a|the whole))\b/iu

const RULES: readonly Rule[] = [
  ...EN_SOLUTIONS,
  {
    code: 'yes_no',
    reason: 'yes_no',
    pattern:
      /^(?:can|could|should|shall|would|will|is|are|do|does|did|has|have|may|might|must|isn't|aren't|shouldn't|couldn't) /giu,
    why: 'Yes or no is where a conversation ends (S2-11a).',
  },
  {
    code: 'yes_no',
    reason: 'yes_no',
    pattern: words('(?:decide|find out|establish|determine|assess|know|agree) (?:whether|if)'),
    why: 'Whether is yes or no in other words.',
  },
  {
    code: 'yes_no',
    reason: 'why_not',
    pattern: /^why (?:don't|doesn't|can't|won't|aren't|isn't|do|does|are|is|can|will|should) /giu,
    why: 'Why looks for a cause or a culprit; how looks for a way (S2-11a).',
  },
  {
    code: 'too_narrow',
    reason: 'figure',
    pattern: words(
      '(?:by|from|to) (?:at least |up to |around |about |over )?(?:£|€|\\$)?\\d[\\d,.]*(?:k|m| ?(?:%|per ?cent|percent|million|thousand|places|units|hours|beds))|by (?:£|€)\\d[\\d,.]*|(?:save|cut|find|recover|raise) (?:£|€)\\d[\\d,.]*(?:k|m|bn)?|by (?:a|one|two) (?:half|third|quarter|thirds)|(?:halve|double|treble)',
    ),
    why: 'A figure is a target; it belongs to the outcomes, where all can see who set it.',
  },
  {
    code: 'too_narrow',
    reason: 'date',
    pattern: words(
      '(?:by|before|until|from) (?:the (?:end|start|beginning) of )?(?:next |this |early |late |mid-?)?(?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|spring|summer|autumn|winter|year|the financial year|financial year|q[1-4]|20\\d\\d)|(?:within|in the next) (?:\\w+ )?(?:days|weeks|months|years)|this financial year',
    ),
    unless: /\bfrom (?:may|march) /iu,
    why: 'A date belongs with the dates; in the question it shuts out whoever needs longer.',
  },
  {
    code: 'too_narrow',
    reason: 'detail',
    pattern: words(
      '(?:run|open|close|start|finish|stay open|extend\\w*|opening)(?: \\w+){0,3} (?:until|till|from|at|to) \\d{1,2}(?:[.:]\\d\\d)?(?: ?[ap]\\.?m)?|(?:redesign|update|change|rewrite|amend|move|rename|revise|fill in|replace) (?:the |our |its )?(?:\\w+ ){0,3}(?:form|letter|sign|signs|webpage|web page|questionnaire|leaflet|counter|notice board|noticeboard|logo|desk|rota|agenda|template|timetable|opening hours|phone menu)|\\d{1,2}[.:]\\d\\d ?[ap]\\.?m',
    ),
    why: 'One step of one way of working: nobody outside can add to it.',
  },
  {
    code: 'too_wide',
    reason: 'everything',
    pattern: words(
      `${END_IT} (?:[\\w-]+ )?${WORLD}(?: (?:in|across|throughout) [^?]{2,40})?(?: (?:for good|for ever|forever|once and for all|altogether|everywhere|for everyone|for all))?\\??$`,
    ),
    why: 'Nobody can answer for the whole world; a group and a moment make it answerable.',
    source: 'IDEO Design Kit, Frame Your Design Challenge: not too wide, not too narrow',
  },
  {
    code: 'too_wide',
    reason: 'vague',
    pattern: words(
      `(?:improve|transform|better|enhance|rethink|reimagine|reform|modernise|support|help|change|strengthen|boost|develop|regenerate|revitalise|fix|protect|promote|empower|serve) ${WHOLE}(?: (?:in|across|throughout|of) ${upTo(4, 'for')}[\\p{L}'-]+)?(?: for (?:all|everyone|everybody|our residents|the better))?\\??$`,
    ),
    unless: NARROWED,
    why: 'Better for whom, and in what? Without that, anything is an answer.',
    source: 'IDEO Design Kit, Frame Your Design Challenge',
  },
  {
    code: 'too_wide',
    reason: 'vague',
    pattern: words(
      'make (?:\\w+ ){1,4}(?:a )?(?:better|great|greater|healthier|happier|fairer|more (?:inclusive|sustainable|resilient|equal|vibrant)|the best)(?: places?)?(?: to (?:live|live and work|live, work and play|grow up|be))?(?: for (?:all|everyone|everybody|people|residents))?\\??$|build (?:\\w+ ){0,3}(?:communities|society|future|borough|city|town)\\??$',
    ),
    why: 'Everybody agrees and nobody knows where to begin.',
  },
  {
    code: 'too_wide',
    reason: 'vague',
    pattern: words(
      oneOf(
        `(?:put|place|keep|have) (?:\\w+ ){1,3}(?:at|in) the (?:very )?(?:heart|centre|center|middle) of (?:everything|all|our|what|decision)[^?]{0,40}\\??$`,
        `(?:make|keep) (?:our |all |the council's |public |local |the )*(?:services?|council|offer|communit(?:y|ies)|town|borough|county|city|streets|parks|estates?|area|system|support) (?:even |much )?(?:more [\\w-]+|\\w+er|great|accessible|inclusive|sustainable|fit for the future)(?: and (?:more )?[\\w-]+)?(?: for (?:all|everyone|everybody|our residents|people|residents))?\\??$`,
        `work (?:\\w+ ){0,3}(?:with|across|between) (?:our |other |local |all |the |different |key |system )*(?:partners?|organisations|agencies|communit(?:y|ies)|each other|residents)\\??$|work (?:better|more closely) together\\??$`,
        `(?:change|shift|transform|create) (?:the |a |our )?(?:\\w+ ){0,2}(?:culture|mindsets?|narrative)(?: [^?]{0,40})?\\??$|make a (?:real )?difference(?: [^?]{0,30})?\\??$|(?:prepare|get ready) for the future\\??$|do more for (?:\\w+ ){0,2}\\w+\\??$`,
      ),
    ),
    unless: NARROWED,
    why: 'Nobody can disagree, so nobody can begin.',
  },
  {
    code: 'too_wide',
    reason: 'everything',
    pattern: words(
      '(?:achieve|reach|become|be|get to|go|deliver|hit) (?:net[- ]zero|carbon[- ]neutral|zero carbon|climate[- ](?:neutral|resilient)|dementia[- ]friendly|age[- ]friendly|child[- ]friendly|world[- ]class)(?: [^?]{0,40})?\\??$',
    ),
    why: 'A banner for the whole place; a street, a house or a school run can be begun with.',
  },
  {
    code: 'too_wide',
    reason: 'everything',
    pattern: words(
      oneOf(
        '(?:accessible|available|open|affordable|fair|easy|better|welcoming|work|possible|inclusive) (?:for|to) (?:all|everyone|everybody)\\??$',
        '(?:become|be|build|create|make \\w+) an? (?:[\\w-]+ )?(?:\\w+er|more \\w+|smart|green|healthy|caring|fair|inclusive|age-friendly|vibrant|thriving|resilient|welcoming|kind) (?:city|town|borough|council|county|place|district|village|organisation|society)\\??$',
        'change (?:how|the way|what) (?:people|we|society|everyone|residents|communities|the public) (?:think|see|feel|talk|live|work|behave|view)(?: [^?]{0,40})?\\??$',
        'make every \\w+ count\\??$',
      ),
    ),
    why: 'Meant for all and begun by nobody: name the first who should notice.',
  },
  {
    code: 'too_wide',
    reason: 'several',
    pattern:
      /(?:,| and) (?:improve|reduce|cut|end|increase|create|build|tackle|prevent|stop|raise|boost|promote|support|develop|strengthen|enhance|ensure|lower|grow|address|deliver|transform) [^,?]{3,80}(?:,| and|, and) (?:improve|reduce|cut|end|increase|create|build|tackle|prevent|stop|raise|boost|promote|support|get|help|develop|strengthen|enhance|ensure|lower|grow|address|deliver|transform|make|keep|give) |\?[^?]{8,}\?$/giu,
    why: 'Several questions in one: an answer to one of them is a poor answer to all.',
  },
  ...EN_PEOPLE,
]

/** English: rules, words and rewrites. */
export const EN: Framing = {
  language: 'en',
  leadIn: /^how can we\b/iu,
  rules: RULES,
  jargon: EN_JARGON,
  knownCapitals: EN_CAPITALS,
  labels: EN_LABELS,
  rewrites: EN_REWRITES,
}
