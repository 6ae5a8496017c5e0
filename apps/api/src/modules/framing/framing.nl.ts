import { NL_CAPITALS, NL_JARGON, NL_LABELS } from './framing.nl.jargon.ts'
import { NL_PEOPLE } from './framing.nl.people.ts'
import { NL_REWRITES } from './framing.nl.rewrites.ts'
import { NL_SOLUTIONS } from './framing.nl.solutions.ts'
import { type Framing, listed, oneOf, type Rule, words } from './framing.rule.ts'

const END_IT = listed(
  'oplossen | beëindigen | uitbannen | stoppen | aanpakken | tegengaan | bestrijden | terugdringen | voorkomen | verminderen | verkleinen | de wereld uit helpen | verhelpen | keren | bestrijden | uitroeien',
)
const WORLD = listed(
  '(?:kinder|energie|vervoers)?armoede | eenzaamheid | dakloosheid | honger | racisme | ongelijkheid | kansenongelijkheid | gezondheidsverschillen | gezondheidsachterstanden | discriminatie | klimaatverandering | klimaatcrisis | klimaatproblemen? | criminaliteit | jeugdcriminaliteit | geweld | huiselijk geweld | werkloosheid | jeugdwerkloosheid | overgewicht | obesitas | schulden(?:problematiek)? | verslaving | vergrijzing | woningnood | wooncrisis | polarisatie | laaggeletterdheid | luchtvervuiling | zwerfafval | psychische problemen | mentale problemen | segregatie',
)
const WHOLE = listed(
  'mobiliteit | bereikbaarheid | gezondheid | zorg | jeugdzorg | jeugdhulp | onderwijs | leefbaarheid | veiligheid | welzijn | wonen | woningmarkt | economie | openbaar vervoer | openbare ruimte | dienstverlening | kwaliteit van leven | samenleving | stad | wijk | buurt | gemeente | dorp | dorpen | sociale cohesie | milieu | duurzaamheid | sociaal domein | volksgezondheid | jeugd | inwoners | mensen | ouderen | iedereen | jongeren | gezinnen | leven',
)
const BETTER = listed(
  'verbeteren | versterken | bevorderen | helpen | ondersteunen | vernieuwen | verduurzamen | veranderen | hervormen | transformeren | beter maken | verhogen | vergroten | leefbaarder maken | veiliger maken | gezonder maken | mooier maken | vitaler maken | moderniseren',
)

const RULES: readonly Rule[] = [
  ...NL_SOLUTIONS,
  {
    code: 'yes_no',
    reason: 'yes_no',
    pattern:
      /^(?:kunnen|kan|moeten|moet|willen|wil|mogen|mag|zouden|zou|zullen|hebben|heeft|zijn|is|worden|wordt|gaan|durven|vinden) /giu,
    why: 'Bij ja of nee houdt het gesprek op (S2-11a).',
  },
  {
    code: 'yes_no',
    reason: 'yes_no',
    pattern: words('(?:bepalen|besluiten|nagaan|onderzoeken|vaststellen|weten|beoordelen) of'),
    why: 'Of is ja of nee in andere woorden.',
  },
  {
    code: 'yes_no',
    reason: 'why_not',
    pattern: /^waarom /giu,
    why: 'Waarom zoekt een oorzaak of een schuldige; hoe zoekt een weg (S2-11a).',
  },
  {
    code: 'too_narrow',
    reason: 'figure',
    pattern: words(
      "(?:met|van|naar|tot) (?:ten minste |minimaal |minstens |maximaal |ongeveer |zo'n )?(?:€|£)? ?\\d[\\d.,]* ?(?:%|procent|euro|miljoen|plekken|plaatsen|woningen|uur)|met (?:de helft|een derde|een kwart)|(?:halveren|verdubbelen)|(?:€ ?)?[\\d.,]+ ?(?:miljoen|ton|euro)",
    ),
    why: 'Een getal is een doel; het hoort bij de uitkomst, waar ieder ziet wie het stelde.',
  },
  {
    code: 'too_narrow',
    reason: 'date',
    pattern: words(
      '(?:voor|vóór|uiterlijk|per|tegen|vanaf) (?:het einde van |eind |begin |medio )?(?:\\d{1,2} )?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|kerst|pasen|de zomer|de zomervakantie|het nieuwe schooljaar|20\\d\\d|volgend jaar|het eind(?:e)? van het jaar)|(?:binnen|in) (?:\\p{L}+|\\d+) (?:dagen|weken|maanden)|binnen (?:een|twee|drie) jaar|eind 20\\d\\d|dit kwartaal|in 20\\d\\d|dit jaar nog',
    ),
    why: 'Een datum hoort bij de data; in de vraag sluit hij uit wie langer nodig heeft.',
  },
  {
    code: 'too_narrow',
    reason: 'detail',
    pattern: words(
      '(?:van|tot|om|vanaf) \\d{1,2}(?:[.:]\\d\\d)? ?uur|(?:het|de|ons|onze) (?:[\\p{L}-]+ )?[\\p{L}-]*(?:formulier|brief|bord|webpagina|vragenlijst|balie|sjabloon|agenda|rooster|logo|dienstregeling|openingstijden|keuzemenu|aanvraagformulier) (?:[\\p{L}-]+ ){0,3}(?:aanpassen|herschrijven|wijzigen|verplaatsen|vervangen|veranderen|vernieuwen|herzien|inkorten|verruimen)',
    ),
    why: 'Eén stap van één werkwijze: niemand buiten kan er iets aan toevoegen.',
  },
  {
    code: 'too_wide',
    reason: 'everything',
    pattern: words(
      `hoe kunnen (?:we|wij) (?:de |het |alle |onze )?(?:[\\p{L}-]+e )?${WORLD}(?: (?:in|binnen|op|onder) [^?]{2,30}?)? (?:voorgoed |voor altijd |helemaal |samen |effectief |echt )*${END_IT}\\??$`,
    ),
    why: 'Niemand kan voor de hele wereld antwoorden; met een groep en een moment wel.',
    source: 'IDEO Design Kit, Frame Your Design Challenge: not too wide, not too narrow',
  },
  {
    code: 'too_wide',
    reason: 'vague',
    pattern: words(
      `hoe kunnen (?:we|wij) (?:de |het |onze |ons |alle |samen )*(?:${WHOLE}|kwaliteit van (?:de |het )?[\\p{L}]+)(?: en (?:de |het )?${WHOLE})?(?: (?:in|van|voor) (?:de |het |onze |alle |heel )?[\\p{L}]+(?: [\\p{L}]+)?)? (?:samen |verder |duurzaam )*${BETTER}\\??$`,
    ),
    unless: /\b(?:die|als|wanneer|zonder|tussen)\b/iu,
    why: 'Beter voor wie, en waarin? Zonder dat is alles een antwoord.',
    source: 'IDEO Design Kit, Frame Your Design Challenge',
  },
  {
    code: 'too_wide',
    reason: 'vague',
    pattern: words(
      'hoe kunnen (?:we|wij) (?:van |onze |de |het )*[\\p{L}]+ (?:nog )?(?:een )?(?:beter|mooier|veiliger|gezonder|leefbaarder|fijner|inclusie[vf]er?|duurzamer|socialer|eerlijker|toekomstbestendig)(?:e)? (?:\\p{L}+ )?(?:maken|worden)(?: voor iedereen)?\\??$',
    ),
    why: 'Iedereen is het eens en niemand weet waar te beginnen.',
  },
  {
    code: 'too_wide',
    reason: 'vague',
    pattern: words(
      oneOf(
        '(?:de |onze |het |ons |elke )?(?:inwoners?|mens|mensen|kind|bewoners?|burgers?|cliënt|jeugd|leefwereld) (?:[\\p{L}]+ ){0,3}(?:centraal|voorop) (?:stellen|zetten)(?: [^?]{0,30})?\\??$',
        '(?:onze|ons|de|het|alle) (?:[\\p{L}]+ )?(?:dienstverlening|diensten|gemeente|stad|wijk|wijken|buurt|buurten|straten|parken|dorpen|dorp|zorg|ondersteuning|aanbod|voorzieningen|organisatie|openbare ruimte) (?:nog |veel )?(?:[\\p{L}]+er|beter|toekomstbestendig|inclusief|toegankelijk|aantrekkelijk|duurzaam)(?: en [\\p{L}]+)? (?:maken|krijgen)(?: voor (?:iedereen|alle inwoners|inwoners))?\\??$',
        '(?:meer|beter|nog meer) (?:doen|inzetten) (?:aan|voor|op) (?:[\\p{L}]+ ?){1,5}\\??$',
        'beter (?:gaan )?samenwerken(?: met (?:onze |de |elkaar |andere |alle )*[\\p{L}]*)?\\??$',
        '(?:het )?leven van (?:onze |alle |de )?[\\p{L}]+ (?:beter|leuker|fijner|makkelijker) maken\\??$',
        '(?:een )?(?:cultuur|mentaliteits|gedrags|systeem)(?:verandering|omslag) (?:[\\p{L}]+ ){0,4}[\\p{L}]+en\\??$',
        '(?:voorbereiden op|klaar zijn voor|klaarmaken voor) de toekomst\\??$',
      ),
    ),
    why: 'Niemand kan het er mee oneens zijn, dus niemand kan beginnen.',
  },
  {
    code: 'too_wide',
    reason: 'everything',
    pattern: words(
      '(?:klimaat|energie|CO2-?)neutra(?:al|le)(?: [\\p{L}]+){0,3} (?:zijn|worden|maken)|(?:dementie|kind|senior)vriendelijk(?:e)?(?: gemeente)? (?:zijn|worden)',
    ),
    why: 'Een spandoek voor de hele gemeente; met een straat of een school kun je beginnen.',
  },
  {
    code: 'too_wide',
    reason: 'everything',
    pattern: words(
      oneOf(
        '(?:voor|aan) (?:iedereen|alle inwoners|alle mensen) (?:[\\p{L}]+ )?(?:toegankelijk|beschikbaar|betaalbaar|bereikbaar|mogelijk|open|beter|eerlijk) (?:maken|houden|krijgen)\\??$',
        'een (?:[\\p{L}-]+ )?(?:[\\p{L}]+ere|slimme|groene|gezonde|zorgzame|eerlijke|inclusieve|sociale|duurzame|gastvrije|vitale|leefbare) (?:stad|gemeente|wijk|dorp|buurt|samenleving|organisatie|regio) (?:worden|zijn|maken|creëren|bouwen)\\??$',
        'het (?:beeld|denken|imago) (?:van|over) [^?]{3,40} (?:veranderen|kantelen|verbeteren)\\??$',
        '(?:inwoners|mensen|bewoners|burgers|jongeren|ouderen) in hun (?:eigen )?kracht (?:zetten|brengen)(?: [^?]{0,20})?\\??$',
      ),
    ),
    why: 'Voor iedereen bedoeld en door niemand begonnen: noem wie het het eerst moet merken.',
  },
  {
    code: 'too_wide',
    reason: 'several',
    pattern:
      /(?:(?:en|,) [^,?]{3,60}(?:verminderen|voorkomen|verbeteren|stoppen|vergroten|verhogen|versterken|tegengaan|bevorderen|oplossen|terugdringen|verlagen|stimuleren|aanpakken)){2}|(?:verminderen|voorkomen|verbeteren|stoppen|vergroten|verhogen|versterken|tegengaan|bevorderen|oplossen|terugdringen|verlagen|stimuleren|aanpakken)[^?]{3,60}(?:verminderen|voorkomen|verbeteren|stoppen|vergroten|verhogen|versterken|tegengaan|bevorderen|oplossen|terugdringen|verlagen|stimuleren|aanpakken)[^?]{3,60}(?:verminderen|voorkomen|verbeteren|stoppen|vergroten|verhogen|versterken|tegengaan|bevorderen|oplossen|terugdringen|verlagen|stimuleren|aanpakken|krijgen|maken|helpen|houden)|\?[^?]{8,}\?$/giu,
    why: 'Meer vragen in één: een antwoord op de ene is een zwak antwoord op alle.',
  },
  ...NL_PEOPLE,
]

/** Dutch: rules, words and rewrites. */
export const NL: Framing = {
  language: 'nl',
  leadIn: /^hoe kunnen\b/iu,
  rules: RULES,
  jargon: NL_JARGON,
  knownCapitals: NL_CAPITALS,
  labels: NL_LABELS,
  rewrites: NL_REWRITES,
}
