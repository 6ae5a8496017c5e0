import { EN_MAKE, EN_TOOL, EN_WHO } from './framing.en.things.ts'
import { latin, oneOf, type Rewrite } from './framing.rule.ts'

const OPEN = '^how can we (?:best |better |also )?'
const THING = "(?:[\\p{L}\\p{N}'&-]+,? ){0,8}?[\\p{L}\\p{N}'&-]+"
const MEANS = oneOf('use', EN_MAKE)
/** What can follow “to” or “can” and still make sense by itself. */
const DO =
  '(?<do>(?!be |the |a |our |their |all |every |each |your )[\\p{L}-]+ [^?]{3,}|[\\p{L}-]{4,})'
const WHO =
  "(?<who>(?!all |everyone|the |use |its |it |free|less|this )(?:[\\p{L}\\p{N}'-]+ ){0,6}?[\\p{L}\\p{N}'-]+)"
const re = (source: string): RegExp => new RegExp(latin(`${source}\\??$`), 'i')

/** From the narrowest fit to the widest. What comes out is checked again, and dropped when it is no better. */
export const EN_REWRITES: readonly Rewrite[] = [
  // “an app for neighbours to report noise”, “an app that lets …”
  {
    code: 'solution',
    from: re(`${OPEN}${MEANS} ${THING} for ${WHO} to ${DO}`),
    to: 'How can we make it easier for $<who> to $<do>?',
  },
  {
    code: 'solution',
    from: re(
      `${OPEN}${MEANS} ${THING} (?:where|so that|so|that (?:lets|helps|allows|enables)) ${WHO} (?:can |could |will |to |may )(?:easily )?${DO}`,
    ),
    to: 'How can we make it easier for $<who> to $<do>?',
  },
  {
    code: 'solution',
    from: re(
      `${OPEN}${MEANS} ${THING} (?:that|which) (?:lets|helps|allows|enables) ${WHO}(?: to)? ${DO}`,
    ),
    to: 'How can we make it easier for $<who> to $<do>?',
  },
  {
    code: 'solution',
    from: re(
      `${OPEN}${MEANS} ${THING} where ${WHO.replace('{0,6}?', '{0,2}?')} (?<do>(?:find|share|meet|get|book|learn|talk|swap|borrow|report|ask|cook|work|play|grow) ?[^?]*)`,
    ),
    to: 'How can we make it easier for $<who> to $<do>?',
  },
  // “use AI to predict …”, “work with Google to get …”
  {
    code: 'solution',
    from: re(
      `${OPEN}${oneOf(MEANS, 'work with', 'partner with', 'team up with')} ${THING} to ${DO}`,
    ),
    to: 'How can we $<do>?',
  },
  // “report repairs through the website instead of phoning”
  {
    code: 'solution',
    from: new RegExp(
      latin(
        `^how can we (?:get|encourage|persuade) (?<who>(?:[\\p{L}'-]+ ){0,3}[\\p{L}'-]+) to (?<do>[^?]{4,}?) (?:via|through|using|with|on) (?:[\\p{L}'-]+ ){0,4}${EN_TOOL}(?: instead of [^?]*| rather than [^?]*)?\\?$`,
      ),
      'i',
    ),
    to: 'How can we make it easier for $<who> to $<do>?',
  },
  {
    code: 'solution',
    from: new RegExp(
      latin(
        `^(?<all>how can we (?![^?]*(?:number of|uptake|usage|use of))[^?]{12,}?) (?:via|through|using|by using|with the help of) (?:[\\p{L}'-]+ ){0,4}${EN_TOOL}\\?$`,
      ),
      'i',
    ),
    to: '$<all>?',
  },
  // “an app for carers”
  {
    code: 'solution',
    from: re(
      `${OPEN}${MEANS} ${THING} for (?<who>(?:[\\p{L}'-]+ ){0,3}${EN_WHO}(?: (?:who|with|in|on|of|under|over|from|leaving|living|without|whose|at) [^?]{3,60})?)`,
    ),
    to: 'How can we make an ordinary week easier for $<who>?',
  },
  { code: 'yes_no', from: /^(?:can|could) we (?<rest>[^?]{8,})\?$/iu, to: 'How can we $<rest>?' },
  {
    code: 'yes_no',
    from: /^why (?:don't|won't) (?:more )?(?<who>[\p{L}'-]+) (?<do>[^?]{6,})\?$/iu,
    to: 'How can we make it easier for $<who> to $<do>?',
  },
  {
    code: 'blame',
    from: /^why (?:don't|won't) (?:more )?(?<who>[\p{L}'-]+) (?<do>[^?]{6,})\?$/iu,
    to: 'How can we make it easier for $<who> to $<do>?',
  },
  {
    code: 'blame',
    from: /^how can we (?:get|make|force|persuade|convince|encourage|motivate|incentivise|push|nudge) (?:more )?(?<who>(?:\p{L}+ ){0,2}\p{L}+) to (?<do>(?:attend|report|pay|recycle|sort|engage with|come forward|keep|take up|look after) [^?]{3,})\?$/iu,
    to: 'How can we make it easier for $<who> to $<do>?',
  },
  // A figure or a date is taken out; the rest stands
  {
    code: 'too_narrow',
    from: /^(?<all>how can we [^?]{12,}?),? (?:by|before|to|within|in) (?:at least |up to |around |about |the |next |end of |start of )*(?:[£€]?\d[\d,.]*(?:k|m)? ?(?:%|per ?cent|percent)?|(?:a|one|two) (?:half|thirds?|quarter)|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|next \p{L}+|\p{L}+ (?:months|years|weeks))(?: (?:this|next) year| 20\d\d)?(?<more>(?: (?:by|before) [^?]{3,30})?)\?$/iu,
    to: '$<all>?',
  },
]
