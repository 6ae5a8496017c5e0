import type { LanguageChecked } from '@howcanwe/shared/squeeze-outs'

interface Grammar {
  /** Says no to what follows. */
  before: RegExp
  /** Turns it back into a demand: "no proposal without …", "not … but you must …". */
  stops: RegExp
  /** Says no to what went before. */
  after: RegExp
  /** Keeps people out: then the no is about them and not about the demand. */
  rejects: RegExp
}

const GRAMMAR: Readonly<Record<LanguageChecked, Grammar>> = {
  en: {
    before:
      /\b(?:no(?! (?:less|fewer|later|more|longer))|not(?! (?:be )?(?:less|fewer|only|later|longer|more|exceed))|never|neither|nor|none|nobody|don't|doesn't|won't|needn't|isn't|aren't|cannot ask|without(?= (?:asking|needing|any need)))\b/gi,
    stops:
      /\b(?:but|however|although|except|unless|without|until|must|shall|should|required to|needs? to|have to|in addition)\b/i,
    after:
      /^[^.;:]{0,50}?\b(?:(?:is|are|was|were|be|will be) not (?:be )?(?:needed|required|necessary|asked|requested|expected|mandatory|compulsory|wanted)|not (?:be )?(?:needed|required|necessary|asked for|requested|expected)|(?:do|does) not (?:matter|count|apply)|(?:is|are) no (?:bar|requirement|condition)|makes? no difference|plays? no part|none needed|(?:we|you) (?:do not|don't) (?:ask|need|want|require|have to)|can wait|isn't (?:needed|required)|aren't (?:needed|required))\b/i,
    rejects:
      /\b(?:reject\w*|exclud\w*|disqualif\w*|ineligible|not be (?:considered|accepted|evaluated|eligible)|cannot (?:apply|be considered|be accepted|take part)|need not apply|no (?:bids?|tenders?|applications?|proposals?|responses?) (?:will|can))\b/i,
  },
  nl: {
    before: /\b(?:geen|niet(?! (?:lager|minder|alleen|later|meer dan))|nooit|zonder|noch)\b/gi,
    stops: /\b(?:maar|echter|tenzij|behalve|zonder|wel|moet\w*|dien\w*|verplicht)\b/i,
    after:
      /^[^.;]{0,60}?\b(?:hoe(?:f|ft|ven)\b[^.;]{0,40}\b(?:niet|geen|pas)|niet (?:nodig|vereist|verplicht|gevraagd|noodzakelijk|van belang)|geen (?:eis|voorwaarde|rol|vereiste)|vragen (?:we|wij) niet|telt niet mee|doet er niet toe|(?:zijn|is) niet nodig)/i,
    rejects:
      /\b(?:uitgesloten|afgewezen|terzijde|niet in (?:aanmerking|behandeling)|niet meedoen|geen (?:inschrijving|aanmelding)\w* zonder)\b/i,
  },
}

/** A "no" this far from what it is about is about something else. */
const REACH = 90

/**
 * The sentence says that this is not asked: "no references needed", "turnover does not matter". A no that keeps
 * people out ("not accepted without …") is a demand all the same.
 *
 * @param at where in the sentence the demand stands
 */
export function saysNo(
  sentence: string,
  at: { start: number; end: number },
  language: LanguageChecked,
): boolean {
  const { before, stops, after, rejects } = GRAMMAR[language]
  if (rejects.test(sentence)) return false
  if (after.test(sentence.slice(at.end))) return true
  const head = sentence.slice(Math.max(0, at.start - REACH), at.end)
  const own = at.start - Math.max(0, at.start - REACH)
  return [...head.matchAll(before)].some(({ index, 0: no }) => {
    if (index > own) return false
    return !stops.test(head.slice(index + no.length, own))
  })
}
