import { EN_CAPITALS, EN_JARGON, EN_LABELS } from './framing.en.jargon.ts'
import { EN_REWRITES } from './framing.en.rewrites.ts'
import { EN_SOLUTIONS } from './framing.en.solutions.ts'
import { type Framing, listed, type Rule, upTo, words } from './framing.rule.ts'

const BAD_HABIT = listed(`
  fly-?tipp?ing | litter\\w* | dump\\w* | caus\\w+ | loiter\\w* | hang\\w* (?:around|about) | miss\\w* |
  abus\\w+ | misus\\w+ | wast\\w+ | ignor\\w+ | offend\\w* | truant\\w* | beg(?:ging)? | vap\\w+ |
  rely\\w* | depend\\w* | call\\w* | ring\\w* | phon\\w+ | complain\\w* | contaminat\\w+ |
  put\\w* the wrong | leav\\w+ | park\\w* | turn\\w* up at | us\\w+ (?:a&e|the car|their cars?) |
  speed\\w* | driv\\w+
`)
const GOOD_HABIT = listed(`
  (?:take|taking|accept) (?:more )?(?:responsibility|ownership|pride) | engage | attend | turn up |
  comply | behave | pay | report | stop | understand | accept | co-?operate | care | sort | recycle |
  clean up | pick up | look after | do more | do their | keep (?:their )?appointments? | change their |
  take up | come forward | listen | respect | slow down | leave (?:their|the) cars?
`)
const PEOPLE = listed(`
  residents | people | parents | famil(?:y|ies) | tenants | patients | young(?:er)? people | teenagers |
  youths? | kids | children | pupils | students | drivers | landlords | households | men | women |
  claimants | customers | citizens | communities | users | clients | carers | smokers | visitors | they |
  them | locals | mums | dads | owners
`)
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
    code: 'blame',
    reason: 'behaviour',
    pattern: words(
      `why (?:don't|won't|can't|aren't|do|are) (?:so many |so few |more |some |our |the )?(?:\\w+ )?${PEOPLE}`,
    ),
    why: 'It asks what is wrong with people.',
  },
  {
    code: 'blame',
    reason: 'behaviour',
    pattern: words(
      `(?:stop|prevent|discourage|deter|keep|ban) ${upTo(4, 'to|and')}${PEOPLE} (?:from )?${BAD_HABIT}`,
    ),
    why: 'People named as the problem do not come to the table.',
  },
  {
    code: 'blame',
    reason: 'behaviour',
    pattern: words(
      `(?:get|make|force|persuade|convince|encourage|motivate|incentivise|push|nudge|compel|ensure|require|have) (?!it )${upTo(4, 'to|and|easier|possible|sure')}${PEOPLE}(?: (?:in|on|from|of|at) (?:\\w+ ){1,3})? ?(?:to )?(?:\\w+ly )?${GOOD_HABIT}`,
    ),
    why: 'It asks how to change people, not what stands in their way.',
  },
  {
    code: 'blame',
    reason: 'behaviour',
    pattern: words(
      `(?:educat|re-?educat|teach|train)(?:e|ing)? ${upTo(2, 'to|and')}${PEOPLE} (?:on|about|to|not|in how|that|how to)`,
    ),
    why: 'It takes for granted that people do not know.',
  },
  {
    code: 'blame',
    reason: 'behaviour',
    pattern: words(
      '(?:non-?)?complian(?:t|ce)|non-?engag\\w+|(?:lack of|poor) (?:engagement|motivation|parenting|aspirations?|compliance)|no-?shows?|did not attend|DNAs?|(?:fail|refus)\\w* to (?:engage|attend|pay|comply|take|co-?operate|recycle)|apath(?:y|etic)|irresponsib\\w+|lazy|laziness|anti-?social behaviour|unrealistic expectations|(?:low|raise|raising) aspirations?|benefits? dependency|problem (?:families|tenants|drinkers)|troubled families|selfish|do not engage',
    ),
    in: ['question', 'summary'],
    unless:
      /\b(?:victims?|(?:suffer|afraid|scared|upset|hurt|affected|troubled|targeted)\w* (?:by|of|from)|living with|live with|experienc\w+) (?:\p{L}+ )?anti-?social/iu,
    why: 'A word that blames; those it means will not answer.',
  },
  {
    code: 'too_narrow',
    reason: 'figure',
    pattern: words(
      '(?:by|from|to) (?:at least |up to |around |about |over )?(?:£|€|\\$)?\\d[\\d,.]*(?:k|m| ?(?:%|per ?cent|percent|million|thousand|places|units|hours|beds))|by (?:£|€)\\d[\\d,.]*|by (?:a|one|two) (?:half|third|quarter|thirds)|(?:halve|double|treble)',
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
      `${END_IT} ${WORLD}(?: (?:in|across|throughout) [^?]{2,40})?(?: (?:for good|for ever|forever|once and for all|altogether|everywhere|for everyone|for all))?\\??$`,
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
    reason: 'several',
    pattern:
      /(?:,| and) (?:improve|reduce|cut|end|increase|create|build|tackle|prevent|stop|raise|boost|promote|support|develop|strengthen|enhance|ensure|lower|grow|address|deliver|transform) [^,?]{3,80}(?:,| and|, and) (?:improve|reduce|cut|end|increase|create|build|tackle|prevent|stop|raise|boost|promote|support|get|help|develop|strengthen|enhance|ensure|lower|grow|address|deliver|transform|make|keep|give) |\?[^?]{8,}\?$/giu,
    why: 'Several questions in one: an answer to one of them is a poor answer to all.',
  },
  {
    code: 'not_people',
    reason: 'money',
    pattern: words(
      '(?:reduc|cut|lower|bring|control|contain|manag|sav|balanc|clos|curb|tackl|minimis|recover|meet|achiev|deliver|mak|find)(?:e|ing|t|ting)?(?: down)? (?:the |our |on |further )?(?:[\\w-]+ ){0,3}(?:costs?|spend(?:ing)?|overspends?|budgets?(?: gap| deficit)?|deficit|expenditure|savings|funding gap|money|arrears|debts? owed to us|demand|bills?)',
    ),
    unless:
      /\b(?:for|to|that|which) (?:people|families|households|tenants|carers|parents|residents|pensioners|young|older|children|those|everyone|anyone|renters|single|low|disabled|students|women|men|small)\b|\b(?:people|families|households|tenants|carers|parents|residents|pensioners|renters) (?:\p{L}+ ){0,3}(?:sav|cut|reduc|lower|manag|find)|\b(?:heating|energy|food|fuel|gas|electricity|their|household|rent) (?:costs?|bills?|debts?|money|budgets?)\b/iu,
    why: 'It asks others to mend our books; say what would be different for people and the money as a limit.',
  },
  {
    code: 'not_people',
    reason: 'targets',
    pattern: words(
      "(?:meet|hit|reach|achieve|deliver|improve|raise|exceed)(?: \\w+){0,3} (?:kpis?|targets?|ratings?|scores?|performance(?: indicators)?|inspection|ofsted|cqc|quotas?)|(?:increas|rais|boost|grow|maximis|driv|improv)(?:e|ing)?(?: up)? (?:the )?(?:number of|numbers|uptake|take-?up|usage|use of|footfall|attendance|engagement|participation|satisfaction|recycling rates?|collection rates?|conversion|completion|[\\w-]+ rates?)|(?:reduc|cut|lower|limit)(?:e|ing|ting)? (?:the )?(?:number of |inappropriate |unnecessary |avoidable |emergency |delayed |unplanned )*(?:transfers of care|discharges|admissions|referrals|caseloads?|call volumes?|calls|complaints|failure demand|backlogs?|waiting lists?|bed days|placements|contacts|attendances|enquiries|no-?shows|void\\w*)|(?:get|attract|bring|draw) (?:more |new )?(?:people|residents|visitors|customers|families|members|users|tenants|patients)(?: \\w+){0,2} (?:to use|into|through|using|to sign up (?:to|for)|to join|to visit|onto) (?:our|the council's|the)",
    ),
    unless: /\bpeople into (?:work|homes?|jobs?)\b/iu,
    why: 'A number about us. What would the people behind it notice?',
  },
  {
    code: 'not_people',
    reason: 'process',
    pattern: words(
      `(?:align|streamline|embed|strengthen|develop|co-?produce|write|draft|refresh|deliver|implement|agree|design|optimi[sz]e|integrate|rationali[sz]e|improve|create|establish|engage|reconfigure|review|restructure|harmoni[sz]e|co-?ordinate|mainstream|formalise|redesign) ${upTo(6, 'to|that|so|where|who|when|with|through|by|people|residents')}(?:framework|strategy|strategies|governance|polic(?:y|ies)|partnership working|joint working|process(?:es)?|action plan|structures?|operating model|stakeholders|commissioning|workforce|procedures?|systems?|pathways?|performance management|reporting|business case|transformation programme|workflows?|data sharing)`,
    ),
    why: 'How we are organised is ours to mend; people can tell us what should be different for them.',
  },
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
