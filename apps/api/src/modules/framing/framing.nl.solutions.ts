import {
  NL_CAMPAIGN,
  NL_MAKE,
  NL_NAMED,
  NL_PLACE,
  NL_SERVICE,
  NL_TOOL,
} from './framing.nl.things.ts'
import { listed, oneOf, type Rule, upTo, words } from './framing.rule.ts'

const CLAUSE = 'die|dat|waar|waarin|waarmee|zodat|als|terwijl|zonder|wanneer|wie|of'
/** Between a thing and the verb that makes it: Dutch puts for whom and where in the middle. */
const THEN = upTo(10, CLAUSE)
const A = oneOf(
  'een',
  'nieuwe?',
  'meer',
  'extra',
  'gratis',
  'één',
  'twee',
  'drie',
  'enkele',
  'eigen',
)
const A_NEW = `${A} ${upTo(4, `${CLAUSE}|voor|met|in|om|aan|van`)}`
const MADE = (things: string, article: string): string =>
  `${article}${things} ${THEN}(?:te )?${NL_MAKE}|${article}${things}(?: voor (?:[\\p{L}-]+ ){0,2}[\\p{L}-]+)? (?:te )?(?<!er )maken`
const WE_WILL = `${oneOf('we', 'wij', 'de gemeente')} ${oneOf('willen', 'gaan', 'zijn van plan', 'zijn voornemens', 'hopen', 'overwegen')} ${upTo(6, CLAUSE)}`

/** Verbs after which a thing, whatever it is, has been decided. */
const DECIDED = listed(
  '(?:laten )?bouwen | (?:laten )?ontwikkelen | (?:laten )?ontwerpen | lanceren | opzetten | op te zetten | invoeren | introduceren | oprichten | aanstellen | aanschaffen | inkopen | organiseren | aanleggen | plaatsen | implementeren | uitrollen | opstarten | creëren | realiseren | inhuren | aanbesteden | beginnen | starten | instellen | inrichten | ophangen | neerzetten | uitdelen | contracteren | inzetten | benoemen | gebruiken | opleggen',
)
/** What people live in, feel or have: to make one of these is an outcome and no answer. */
const OUTCOME = listed(
  '[\\p{L}]*(?:plek|plekken|plekje) | thuis | leven | gevoel | kans | kansen | manier | huis | gesprek | band | bestaan | toekomst | sfeer | week | dag | avond | moment | samenleving | buurt | wijk | straat | stad | dorp | start | baan | omgeving | klimaat | cultuur | welkom | verschil | einde | goede? | fijne? | veilige? | prettige? | rustige? | eerlijke? | warme? | leven | vriendschap | vriendschappen | vrienden | gewoonte | herinnering | ruimte | nieuw leven',
)

/** An answer hidden in the question, in Dutch. */
export const NL_SOLUTIONS: readonly Rule[] = [
  {
    code: 'solution',
    reason: 'tool',
    pattern: words(oneOf(MADE(NL_TOOL, ''), `(?:inzet|gebruik) van ${upTo(3)}${NL_TOOL}`)),
    notAfter: /(?:zonder|niet|nooit|in plaats van)(?: \p{L}+)? $/iu,
    why: 'Een genoemd middel is het enige antwoord dat terugkomt.',
    source: 'Kennisland, Sociale innovatie: de hype voorbij (een banensite waar niemand om vroeg)',
  },
  {
    code: 'solution',
    reason: 'tool',
    pattern: words(
      `(?:met|via|door|door middel van|met behulp van|dankzij|op|in) ${upTo(3, `${CLAUSE}|voor|om|aan`)}${NL_TOOL}|(?:met|door|via) (?:behulp van )?(?:meer |betere |onze |slimme )?data|(?:ons|onze|het|de|een|hun) ${upTo(2, CLAUSE)}[\\p{L}-]*(?:portaal|app|platform|website) ${upTo(4, CLAUSE)}(?:gebruiken|verhogen|vergroten|stimuleren)|(?:gebruik|bezoek) van (?:ons|onze|het|de) [\\p{L}-]*(?:portaal|app|platform|website)`,
    ),
    notAfter:
      /\b(?:moeite|moeite hebben|worstel\p{L}*|omgaan|omkunnen|overweg|uit de voeten|niet|geen|zonder|vast(?:lopen)?|vastlop\p{L}*|bang|vertrouwd|wie|die|gestopt|dan|oplicht\p{L}*|last) $/iu,
    unless:
      /(?:niet|geen|moeite|zonder|slecht|lastig)(?: \p{L}+){0,6} (?:overweg|omgaan|uit de voeten|uitkomen|hebben met|online)/iu,
    why: 'Is het middel genoemd, dan worden andere antwoorden niet gestuurd.',
  },
  {
    code: 'solution',
    reason: 'tool',
    pattern: words(
      'digitaliseren|automatiseren|digitale transformatie|digitaal (?:maken|aanbieden|regelen|organiseren|laten (?:doen|regelen|aanvragen))|online (?:zetten|aanbieden|laten (?:doen|regelen|aanvragen))',
    ),
    why: 'Online is een middel; wie niet online kan, leest dat het niet voor hem is.',
  },
  {
    code: 'solution',
    reason: 'named',
    pattern:
      /\bsamen met (?:de |het )?\p{Lu}\p{L}{2,}(?<!se|sche|ne|de)(?: \p{Lu}\p{L}+){0,2} (?=\p{Ll})/gu,
    cased: true,
    why: 'Wie genoemd is, is gekozen; de rest leest verder.',
  },
  {
    code: 'solution',
    reason: 'tool',
    pattern: words(
      oneOf(
        `met (?:een|nieuwe?|slimme?) (?:[\\p{L}-]+ ){0,2}${oneOf(NL_TOOL, '[\\p{L}-]*(?:systeem|tool|instrument|methodiek|applicatie)')}`,
        `${NL_TOOL} ${THEN}(?:gebruiken|benutten)`,
        `${NL_CAMPAIGN} ${THEN}(?:houden|doen)`,
      ),
    ),
    notAfter: /\b(?:moeite|worstel\p{L}*|omgaan|overweg|niet|geen|zonder|die(?: \p{L}+){0,2}) $/iu,
    why: 'Het middel staat al in de vraag.',
  },
  {
    code: 'solution',
    reason: 'named',
    pattern: words(`(?:met|via|door|aan|naar|bij|van) (?:de |het )?${NL_NAMED}`),
    notAfter: /\b(?:niet|geen|alleen|die|klachten over|gestopt) $/iu,
    why: 'Een bedrijf of merk in de vraag zegt alle anderen dat ze niet hoeven te antwoorden.',
    source: 'Aanbestedingswet 2012, artikel 2.76: geen merk of herkomst tenzij het niet anders kan',
  },
  {
    code: 'solution',
    reason: 'thing',
    pattern: words(
      oneOf(
        `(?:een|één|nieuwe?|extra|eigen) (?!(?:[\\p{L}-]+ ){0,2}${OUTCOME} (?:${CLAUSE}|voor|met|in|om|aan|van|[\\p{L}]+en\\b))${upTo(2, `${CLAUSE}|voor|met|in|om|aan|van`)}[\\p{L}-]+ ${upTo(8, CLAUSE)}${DECIDED}`,
        `[\\p{L}-]+ ${upTo(4, CLAUSE)}(?:uitrollen|implementeren|aanschaffen|inkopen|aanbesteden|opschalen)`,
        `een (?!${OUTCOME} |eind )[\\p{L}-]+ maken(?= (?:over|voor|met) |\\?)`,
      ),
    ),
    notAfter: /(?:zonder|niet|nooit|geen|kunnen|mensen|jongeren|bewoners) $/iu,
    unless: /hoe kunnen (?!we |wij )|(?:gesprek|leven) (?:beginnen|starten)/iu,
    why: 'Na zo’n werkwoord is het antwoord al gekozen, hoe het ook heet.',
  },
  {
    code: 'solution',
    reason: 'service',
    pattern: words(MADE(NL_SERVICE, A_NEW)),
    notAfter: /(?:zonder|niet|nooit|geen) $/iu,
    why: 'Een nieuwe dienst is één antwoord; een buur, een regel of een ander uur kan beter zijn.',
  },
  {
    code: 'solution',
    reason: 'place',
    pattern: words(
      oneOf(
        MADE(NL_PLACE, A_NEW),
        '[\\p{L}-]*(?:bankjes|verlichting|prullenbakken|lantaarnpalen|drempels|zebrapaden|fietspaden|containers) (?:\\p{L}+ ){0,6}(?:plaatsen|aanleggen|ophangen|neerzetten|realiseren|bijplaatsen)',
        '(?:ombouwen|verbouwen|omvormen|veranderen) tot een [\\p{L}-]+',
      ),
    ),
    unless: /\been plek\b/iu,
    why: 'Een gebouw is besloten voordat iemand zei wat er mist.',
  },
  {
    code: 'solution',
    reason: 'campaign',
    pattern: words(
      oneOf(
        MADE(NL_CAMPAIGN, `(?:${A_NEW})?`),
        '(?:bewustwording|bewustzijn|bekendheid)(?: \\p{L}+){0,6} (?:vergroten|verhogen|creëren|stimuleren)',
        'bewust(?:er)? maken van',
      ),
    ),
    why: 'Meer vertellen gaat ervan uit dat niet weten het probleem is.',
  },
  {
    code: 'solution',
    reason: 'tool',
    in: ['summary'],
    pattern: words(
      oneOf(
        `${WE_WILL}${MADE(oneOf(NL_TOOL, NL_SERVICE, NL_PLACE, NL_CAMPAIGN), A_NEW)}`,
        `${WE_WILL}een ${upTo(3, CLAUSE)}${NL_TOOL} ${THEN}${NL_MAKE}`,
        '(?:de|het|deze|dit) (?:app|website|portaal|platform|chatbot) (?:zal|moet|kan|wordt)',
      ),
    ),
    why: 'Een samenvatting die het ding aankondigt, sluit wat de vraag openliet.',
  },
]
