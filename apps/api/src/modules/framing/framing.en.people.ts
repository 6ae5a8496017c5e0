import { EN_WHO } from './framing.en.things.ts'
import { anywhere, listed, oneOf, type Rule, upTo, words } from './framing.rule.ts'

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

/** A change of habit is asked for, whichever it is. */
const CHANGE = oneOf(
  'get',
  'make',
  'force',
  'persuade',
  'convince',
  'encourage',
  'motivate',
  'incentivise',
  'tempt',
  'entice',
  'push',
  'nudge',
  'compel',
  'pressure',
  'urge',
  'prompt',
)

/** Verbs of those who run things. */
const MANAGE = listed(`
  improve | modernise | streamline | speed up | optimi[sz]e | increase | reduce | cut | lower | raise | boost | deliver | develop | strengthen | enhance | transform | achieve | maximi[sz]e | minimi[sz]e | tackle | address | combat | bid for | secure | attract |
  regenerate | promote | grow | drive | manage | accelerate | reform | redesign | simplify | consolidate | integrate | upgrade | rationali[sz]e | standardi[sz]e | monitor | expand | ensure | generate | unlock | leverage | coordinate | align | embed | meet | win | get more out of | make better use of | make the most of
`)
/** Somebody is in the question. */
const SOMEBODY = oneOf(
  EN_WHO,
  listed(`
  persons? | someone | somebody | anyone | anybody | no ?one | nobody | everyone | who | whom | whose | you | your | yourself | each other | one another | they | them | their | child | babies | baby | man | woman | girls? | boys? | mother | father | carer | resident | tenant | patient | pupil |
  teenager | neighbour | family | parent | visitors | walkers | swimmers | passengers | readers | citizens | friends? | lads? | kids | toddlers | apprentices | farmers | fishermen | sufferers | victim | survivor | singers | players | members | local people | guests | owners | villagers | our own
`),
)

/** About people: whom a question blames, and where it is about an organisation's books instead. */
export const EN_PEOPLE: readonly Rule[] = [
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
      `${CHANGE} (?!more |it )${upTo(2, 'to|and|easier|possible|sure|of')}${PEOPLE}(?: (?:in|on|from|of|at|with|under|over) (?:\\w+ ){1,3}?| who (?:\\w+ ){1,5}?)? ?(?:not )?to`,
    ),
    unless:
      /\b(?:get|make) (?:\p{L}+ )?(?:people|families|children|women|men) to (?:safety|hospital|school|work|the)\b(?! doctor)/iu,
    why: 'To get people to do a thing is to think they are what is wrong.',
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
      '(?:non-?)?complian(?:t|ce)|non-?engag\\w+|(?:lack of|poor) (?:engagement|motivation|parenting|aspirations?|compliance)|no-?shows?|did not attend|DNAs?|(?:fail|refus)\\w* to (?:engage|attend|pay|comply|take|co-?operate|recycle)|apath(?:y|etic)|irresponsib\\w+|lazy|laziness|anti-?social behaviour|unrealistic expectations|(?:low|raise|raising) aspirations?|(?:benefits?|car|welfare) dependen(?:cy|ce)|dependency on (?:the council|services|us)|problem (?:families|tenants|drinkers)|troubled families|selfish|do not engage',
    ),
    in: ['question', 'summary'],
    unless:
      /\b(?:victims?|(?:suffer|afraid|scared|upset|hurt|affected|troubled|targeted)\w* (?:by|of|from)|living with|live with|experienc\w+) (?:\p{L}+ )?anti-?social/iu,
    why: 'A word that blames; those it means will not answer.',
  },
  {
    code: 'blame',
    reason: 'behaviour',
    pattern: words(
      '(?:persuade|convince|tempt|entice|nudge|force|compel|incentivise|push|urge|pressure) (?:[\\w-]+ ){1,4}?(?:to|into)|(?:discourage|deter|stamp out|crack down on|clamp down on) (?:[\\w-]+ ){0,2}?\\w+ing',
    ),
    why: 'Such verbs are only used of people who do not want to; ask why they do not.',
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
      "(?:meet|hit|reach|achieve|deliver|improve|raise|exceed)(?: \\w+){0,3} (?:kpis?|targets?|ratings?|scores?|performance(?: indicators)?|inspection|ofsted|cqc|quotas?)|(?:increas|rais|boost|grow|maximis|driv|improv)(?:e|ing)?(?: up)? (?:the )?(?:number of|numbers|uptake|take-?up|usage|use of|footfall|attendance|engagement|participation|satisfaction|recycling rates?|collection rates?|conversion|completion|(?:[\\w-]+ ){1,3}rates?)|(?:reduc|cut|lower|limit)(?:e|ing|ting)? (?:the )?(?:number of |inappropriate |unnecessary |avoidable |emergency |delayed |unplanned )*(?:transfers of care|discharges|admissions|referrals|caseloads?|call volumes?|calls|complaints|failure demand|backlogs?|waiting lists?|bed days|placements|contacts|attendances|enquiries|no-?shows|void\\w*)|(?:get|attract|bring|draw) (?:more |new )?(?:people|residents|visitors|customers|families|members|users|tenants|patients)(?: \\w+){0,2} (?:to use|into|through|using|to sign up (?:to|for)|to join|to visit|onto) (?:our|the council's|the)",
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
  {
    code: 'not_people',
    reason: 'money',
    pattern: words(
      '(?:sav|cut|find|recover|rais|claw back|tak(?:e|ing) out)(?:e|ing|ting)? (?:£|€)\\d[\\d.,]*(?:k|m|bn)?|value for money|income generation|generate (?:more )?income|(?:on|within) budget',
    ),
    why: 'A sum to be saved is ours to find.',
  },
  {
    code: 'not_people',
    reason: 'targets',
    pattern: words(
      '(?:reduc|cut|lower|limit|increas|rais|boost|grow)(?:e|ing|ting)? the number of (?!people|children|families|parents|tenants|women|men|young|older|pupils|residents|carers|households|babies)[\\w-]+|(?:recruit|retain|attract|keep|find|hire) (?:and (?:retain|keep|recruit) )?(?:(?:more|enough|new|the right|good|better|extra|experienced|qualified|permanent|\\d+|[a-z]+ more) )*(?:[\\w-]+ ){0,2}(?:carers|workers|staff|teachers|nurses|drivers|officers|councillors|professionals|assistants|workforce|planners|adopters|surveyors|engineers|managers|personal assistants|employees)|(?:improve|increase|reduce|manage) (?:our |staff |the )*(?:productivity|sickness absence|turnover|retention|capacity|throughput|reputation|visibility|engagement scores?)',
    ),
    unless: /\b(?:foster|family|unpaid|young|adult) carers (?:feel|going|well|happy|from)/iu,
    why: 'Staffing and counting are ours; say what people would notice.',
  },
  {
    code: 'not_people',
    reason: 'process',
    pattern: words(
      'work (?:\\w+ ){0,3}(?:with|across|between) (?:our |other |local |all |the |different |key |system )*(?:partners?|partner organisations|departments|directorates|agencies|teams|organisations)\\??$|(?:improve|optimi[sz]e|redesign|transform|modernise|simplify|speed up|streamline) (?:the |our )?(?:[\\w-]+ ){0,3}(?:customer|user|citizen|patient) (?:journey|experience)|break down silos|join up (?:our |the )?(?:systems|services|teams|departments|agencies|working)\\??$',
    ),
    why: 'How we work together is ours to mend.',
  },
  {
    code: 'not_people',
    reason: 'nobody',
    alone: true,
    pattern: words(`^how can we (?:best |better |also )?${MANAGE} [^?]+`),
    unless: anywhere(SOMEBODY),
    why: 'Nobody in the question could notice that it worked.',
  },
]
