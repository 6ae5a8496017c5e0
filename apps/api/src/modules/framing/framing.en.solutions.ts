import {
  EN_CAMPAIGN,
  EN_MAKE,
  EN_NAMED,
  EN_PLACE,
  EN_SERVICE,
  EN_TOOL,
} from './framing.en.things.ts'
import { listed, oneOf, type Rule, upTo, words } from './framing.rule.ts'

/** A gap inside one thing: it ends where another clause begins. */
const OF_IT = upTo(6, 'for|that|who|where|so|to|with|when|which|in|at|because|if|without|are|is')
const ENDS =
  'for|that|who|where|so|to|with|when|which|in|at|because|if|without|are|is|across|by|on|of|and|or'
/** Not the one people have already. */
const NEW = '(?!(?:the|our|their|this|that|these|those|his|her|its|it|sure)(?! new) )'
const MAKES = `${EN_MAKE} ${NEW}${OF_IT}`
const WE_WILL = `(?:we|council|team|trust|partnership) (?:now )?${oneOf('want', 'plan', 'hope', 'intend', 'propose', 'aim', 'need', 'would like', "'d like", 'are going', 'are looking', 'wish')} to `

/** Verbs after which a thing, whatever it is, has been decided. */
const DECIDED = listed(`
  build(?:ing)? | develop(?:ing)? | creat(?:e|ing) | launch(?:ing)? | design(?:ing)? | set(?:ting)? up | deploy(?:ing)? | establish(?:ing)? | hir(?:e|ing) | appoint(?:ing)? | recruit(?:ing)? | employ(?:ing)? | organise | host | construct |
  adopt | replicate | invest in | bring in | buy(?:ing)? | purchase | introduc(?:e|ing) | start up
`)
/** Verbs that are only ever said of an answer. */
const ROLLED_OUT = listed(
  'roll(?:ing)? out | pilot(?:ing)? | trial(?:ling)? | implement(?:ing)? | install(?:ing)? | procur(?:e|ing) | commission(?:ing)? | scale up | mandate',
)
/** What people live in, feel or have: to make one of these is an outcome and no answer. */
const OUTCOME = listed(`
  \\w*places? | spaces? | somewhere | homes? | li(?:fe|ves) | sense | feelings? | chances? | ways? | worlds? | cultures? | futures? | bonds? | friends?\\w* | relationships? | towns? | cit(?:y|ies) | streets? | neighbourhoods? | neighbourly |
  communit(?:y|ies) | societ(?:y|ies) | borough | careers? | habits? | balance | memor(?:y|ies) | moments? | reasons? | routines? | bridges? | fair(?:er)? | safe(?:r)? | good | better | climate | conditions | welcome | welcoming | world | days?(?: out)? | week | evening | start | jobs? | work | trust | confidence | picture | understanding | conversation | summer | winter | childhood | movement | tradition | environment | mood | stronger | kinder | healthier | shared
`)

/** An answer hidden in the question, in English. */
export const EN_SOLUTIONS: readonly Rule[] = [
  {
    code: 'solution',
    reason: 'tool',
    pattern: words(`${MAKES}${EN_TOOL}`),
    notAfter: /(?:without|not|never|instead of|before we) $/iu,
    why: 'A tool named in the question is the only answer that will come back.',
    source: 'Kennisland, Sociale innovatie: de hype voorbij (a jobs website nobody asked for)',
  },
  {
    code: 'solution',
    reason: 'tool',
    in: ['question'],
    pattern: words(
      `(?:use|using|via|through|harness\\w*|leverag\\w+|adopt\\w*|exploit\\w*|embrac\\w+|with the help of|onto|on to) ${upTo(4, 'for|that|who|where|so|to|when')}${oneOf(EN_TOOL, '(?:new |digital |smart |the latest )*technolog(?:y|ies)', '(?:big |better |our |live |predictive |linked )?(?:data|analytics)')}`,
    ),
    notAfter:
      /\b(?:who|that|cannot|can't|can not|don't|do not|won't|without|never|not|to|struggl\w+ to|unable to|learn(?:ing)? to|instead of|than|afraid of|hate|stop|stopped) $/iu,
    why: 'Once a means is named, answers without it do not get sent.',
  },
  {
    code: 'solution',
    reason: 'tool',
    pattern: words(
      `use ${oneOf(EN_TOOL, '(?:new |digital |smart |the latest )*technolog(?:y|ies)', '(?:big |better |our |live |linked )?(?:data|analytics)')}`,
    ),
    unless: /\b(?:who|that|cannot|can't|don't|do not|without|never|to) use\b/iu,
    why: 'The same, as the first verb of the question.',
  },
  {
    code: 'solution',
    reason: 'tool',
    pattern: words(
      `digiti[sz]e|digitali[sz]e|automate|go digital|(?:move|put|take|shift|get) ${upTo(4, 'people|who|residents|everyone|tenants|patients')}online|digital transformation|channel shift`,
    ),
    why: 'Doing it online is a means; who cannot go online reads that it is not for them.',
  },
  {
    code: 'solution',
    reason: 'named',
    pattern:
      /\b(?:[Ww]ork|[Pp]artner|[Tt]eam up|[Cc]ollaborate|[Jj]oin forces) (?:more closely )?with (?:the )?\p{Lu}[\p{L}'&]+(?: \p{Lu}[\p{L}'&]+){0,3} to\b/gu,
    cased: true,
    why: 'Whoever is named has been chosen; the rest read on.',
  },
  {
    code: 'solution',
    reason: 'tool',
    pattern: words(
      `with an? ${upTo(3, ENDS)}${oneOf(EN_TOOL, 'tools?', '\\w+ systems?', 'methods?', 'toolkits?', 'models?')}`,
    ),
    notAfter:
      /\b(?:cope|struggl\p{L}*|left|stuck|trouble|people|someone|person|who|deal\p{L}*) $/iu,
    why: 'The means is in the question already.',
  },
  {
    code: 'solution',
    reason: 'thing',
    pattern: words(
      `(?:put|place|have|fit|get) (?:an?|more|new) ${upTo(3, ENDS)}(?!(?:${ENDS}) |${OUTCOME})[\\p{L}'-]+ (?:on|in|at|outside|into) (?:every|each|all)|deliver an? (?!${upTo(2)}${OUTCOME}(?: (?:${ENDS}) | *\\?| *$))${upTo(3, ENDS)}(?!(?:${ENDS}) |${OUTCOME})[\\p{L}'-]+`,
    ),
    notAfter: /(?:without|not|never) $/iu,
    why: 'One thing everywhere is an answer; where is it needed, and by whom?',
  },
  {
    code: 'solution',
    reason: 'named',
    pattern: words(EN_NAMED),
    notAfter: /\b(?:who|only|whose|without|instead of|from) (?:\p{L}+ ){0,2}$/iu,
    why: 'A firm or brand in the question tells everybody else not to answer.',
    source: 'Procurement Act 2023, section 56: specifications name no maker unless they must',
  },
  {
    code: 'solution',
    reason: 'thing',
    pattern: words(
      oneOf(
        `${DECIDED} (?:an?|another|new|our own|more|a single|one|some) (?!${upTo(2)}${OUTCOME}(?: (?:${ENDS}) | *\\?| *$))${upTo(3, ENDS)}(?!(?:${ENDS}) |${OUTCOME})[\\p{L}'-]+`,
        `${ROLLED_OUT} ${NEW}${upTo(3, ENDS)}(?!(?:${ENDS}) )[\\p{L}'-]+`,
        `(?:provide|equip|supply|issue) ${upTo(5, 'for|that|who|where|so|to|when')}with (?:an? (?!chance|choice|place|voice|home|say|way|sense|reason)|their own |free )[\\p{L}'-]+`,
      ),
    ),
    notAfter: /(?:without|not|never|who|that|people|they|us|to) $/iu,
    why: 'After such a verb the answer has been chosen, whatever it is called.',
  },
  {
    code: 'solution',
    reason: 'service',
    pattern: words(`${MAKES}${EN_SERVICE}`),
    notAfter: /(?:without|not|never) $/iu,
    why: 'A new service is one answer; a neighbour, a rule or a changed hour may be better.',
  },
  {
    code: 'solution',
    reason: 'place',
    pattern: words(
      `${MAKES}${EN_PLACE}|(?:turn|convert|transform) ${upTo(6)}into an? ${upTo(4)}${EN_PLACE}`,
    ),
    why: 'A building is decided before anybody said what is missing.',
  },
  {
    code: 'solution',
    reason: 'campaign',
    pattern: words(
      `${oneOf(EN_MAKE, 'hold', 'organise', 'host', 'do', 'send', 'film', 'print', 'put on', 'produce', 'make')} ${NEW}${OF_IT}${EN_CAMPAIGN}|(?:rais|increas|build|spread|improv)(?:e|ing)? (?:\\w+ )?awareness|raise the profile`,
    ),
    why: 'Telling people more assumes that not knowing is what stands in the way.',
  },
  {
    code: 'solution',
    reason: 'tool',
    in: ['summary'],
    pattern: words(
      `${WE_WILL}${MAKES}${oneOf(EN_TOOL, EN_SERVICE, EN_PLACE, EN_CAMPAIGN)}|(?:the|this|our) (?:new )?(?:app|website|portal|platform|chatbot) (?:will|would|should|could|must)`,
    ),
    why: 'A summary that announces the thing closes what the question left open.',
  },
]
