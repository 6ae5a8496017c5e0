import { NL_MAKE, NL_TOOL, NL_WHO } from './framing.nl.things.ts'
import { latin, oneOf, type Rewrite } from './framing.rule.ts'

const LEAD = '^hoe kunnen (?:we|wij) '
const THING = "(?:[\\p{L}\\p{N}'-]+ ){0,6}?[\\p{L}\\p{N}'-]+"
const SOME = `(?:[\\p{L}'-]+ ){0,2}${NL_WHO}`
const WHO = `(?<who>${SOME}(?: (?:die|met|in|uit|zonder|van|boven|onder) [^?]{3,60}?)?)`
const MAKES = `(?:te )?${NL_MAKE}`
const re = (source: string): RegExp => new RegExp(latin(`${source}\\??$`), 'i')
const PEOPLE =
  '(?<who>(?:\\p{L}+ )?(?:bewoners|inwoners|ouders|jongeren|huurders|mensen|ouderen|gezinnen|buren|mantelzorgers))'
/** “om valincidenten te voorspellen”; a verb in two parts is put together again: “aan te spreken”. */
const TO_DO =
  '(?<what>[^?]{3,}?) (?:(?<part>aan|op|af|uit|in|mee|toe|voor|door|bij|na|om|over|terug|weg|samen|tegen|vast|dicht) te |te )(?<verb>\\p{L}+)'

/** From the narrowest fit to the widest. What comes out is checked again, and dropped when it is no better. */
export const NL_REWRITES: readonly Rewrite[] = [
  {
    code: 'solution',
    from: re(`${LEAD}${THING} ${MAKES}(?: voor [^?]{3,40}?)? om ${TO_DO}`),
    to: 'Hoe kunnen we $<what> $<part>$<verb>?',
  },
  {
    code: 'solution',
    from: re(
      `${LEAD}(?:met|via|door middel van|met behulp van|samen met) (?:[\\p{L}'-]+ ){0,3}?${oneOf(NL_TOOL, '\\p{Lu}\\p{L}+')}(?: en [\\p{L}'-]+)? (?<rest>[^?]{12,})`,
    ),
    to: 'Hoe kunnen we $<rest>?',
  },
  {
    code: 'solution',
    from: re(
      `${LEAD}(?<who>[\\p{L}]+) (?<what>[^?]{4,}?) (?:via|met|op) (?:de |het |onze |ons |een )?${NL_TOOL} laten (?<verb>\\p{L}+)(?: in plaats van [^?]+)?`,
    ),
    to: 'Hoe kunnen we het voor $<who> makkelijker maken om $<what> te $<verb>?',
  },
  {
    code: 'solution',
    from: re(`${LEAD}${THING} ${MAKES} voor ${WHO}`),
    to: 'Hoe kunnen we een gewone week makkelijker maken voor $<who>?',
  },
  {
    code: 'solution',
    from: re(`${LEAD}${THING} voor ${WHO} ${MAKES}`),
    to: 'Hoe kunnen we een gewone week makkelijker maken voor $<who>?',
  },
  {
    code: 'yes_no',
    from: /^kunnen (?:we|wij) (?<rest>[^?]{8,})\?$/iu,
    to: 'Hoe kunnen we $<rest>?',
  },
  {
    code: 'yes_no',
    from: new RegExp(latin(`^waarom komen ${PEOPLE} niet (?<where>naar [^?]+)\\?$`), 'i'),
    to: 'Hoe kunnen we het voor $<who> makkelijker maken om $<where> te komen?',
  },
  {
    code: 'blame',
    from: new RegExp(latin(`^waarom komen ${PEOPLE} niet (?<where>naar [^?]+)\\?$`), 'i'),
    to: 'Hoe kunnen we het voor $<who> makkelijker maken om $<where> te komen?',
  },
  {
    code: 'too_narrow',
    from: re(
      `(?<all>${LEAD}[^?]{4,}?) (?:met|van|naar|voor|vóór|uiterlijk|binnen) (?:ten minste |minimaal |ongeveer |eind |begin )*(?:(?:€|£)? ?\\d[\\d.,]* ?(?:%|procent|euro|miljoen)?|\\p{L}+ (?:maanden|weken|jaar))(?: (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december))? (?<verb>\\p{L}+)`,
    ),
    to: '$<all> $<verb>?',
  },
]
