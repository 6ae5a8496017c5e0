import { NL_CAPITALS, NL_JARGON, NL_LABELS } from './framing.nl.jargon.ts'
import { NL_REWRITES } from './framing.nl.rewrites.ts'
import { NL_SOLUTIONS } from './framing.nl.solutions.ts'
import { type Framing, listed, oneOf, type Rule, upTo, words } from './framing.rule.ts'

const CLAUSE = 'die|dat|waar|waarin|waarmee|zodat|als|terwijl|zonder|wanneer|wie|of'
const PEOPLE = listed(
  'bewoners | inwoners | ouders | jongeren | huurders | mensen | gezinnen | patiënten | leerlingen | kinderen | automobilisten | burgers | cliënten | klanten | buren | mannen | vrouwen | hondenbezitters | bezoekers | fietsers | ondernemers | verhuurders | rokers | ze | zij',
)
const END_IT = listed(
  'oplossen | beëindigen | uitbannen | stoppen | aanpakken | tegengaan | bestrijden | terugdringen | voorkomen | verminderen | verkleinen | de wereld uit helpen | verhelpen | keren | bestrijden | uitroeien',
)
const WORLD = listed(
  '(?:kinder|energie|vervoers)?armoede | eenzaamheid | dakloosheid | honger | racisme | ongelijkheid | kansenongelijkheid | gezondheidsverschillen | gezondheidsachterstanden | discriminatie | klimaatverandering | klimaatcrisis | klimaatproblemen? | criminaliteit | jeugdcriminaliteit | geweld | huiselijk geweld | werkloosheid | jeugdwerkloosheid | overgewicht | obesitas | schulden(?:problematiek)? | verslaving | vergrijzing | woningnood | wooncrisis | polarisatie | laaggeletterdheid | luchtvervuiling | zwerfafval | psychische problemen | mentale problemen | segregatie',
)
const WHOLE = listed(
  'mobiliteit | bereikbaarheid | gezondheid | zorg | jeugdzorg | jeugdhulp | onderwijs | leefbaarheid | veiligheid | welzijn | wonen | woningmarkt | economie | openbaar vervoer | openbare ruimte | dienstverlening | kwaliteit van leven | samenleving | stad | wijk | buurt | gemeente | dorp | dorpen | sociale cohesie | milieu | duurzaamheid | sociaal domein | volksgezondheid | jeugd | inwoners | mensen | ouderen | iedereen | jongeren | gezinnen | leven | participatie',
)
const BETTER = listed(
  'verbeteren | versterken | bevorderen | helpen | ondersteunen | vernieuwen | verduurzamen | veranderen | hervormen | transformeren | beter maken | verhogen | vergroten | leefbaarder maken | veiliger maken | gezonder maken | mooier maken | vitaler maken | moderniseren',
)
const SPAREN = listed(
  'verlagen | besparen | terugdringen | terugbrengen | beheersen | drukken | beperken | verminderen | sluitend krijgen | in de hand houden | dekken | wegwerken | bezuinigen | omlaag krijgen | naar beneden krijgen | invullen | realiseren | halen | onder controle krijgen',
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
    code: 'blame',
    reason: 'behaviour',
    pattern: words(
      `waarom (?:\\p{L}+ ){1,2}(?:zo (?:veel|weinig) )?${PEOPLE}|waarom (?:\\p{L}+ ){1,3}${PEOPLE}? ?(?:niet|geen|nooit)`,
    ),
    why: 'Het vraagt wat er mis is met mensen.',
  },
  {
    code: 'blame',
    reason: 'behaviour',
    pattern: words(
      `(?:voorkomen|tegengaan|verbieden|ontmoedigen|zorgen|afleren) dat ${upTo(3, CLAUSE)}${PEOPLE} ${upTo(6, CLAUSE)}(?:[\\p{L}]*(?:afval|zwerfvuil|vuilnis|rommel|overlast|hondenpoep|grofvuil) ?(?:\\p{L}+ ){0,4}\\p{L}+|hangen|rondhangen|spijbelen|te hard rijden|misbruik maken|niet (?:op komen dagen|komen opdagen|verschijnen|betalen)|te laat (?:komen|betalen)|bellen|klagen|parkeren)|${PEOPLE} ${upTo(4, CLAUSE)}(?:ontmoedigen|aanpakken|in het gareel|opvoeden|corrigeren)`,
    ),
    unless: /afval (?:makkelijk|kwijt|gratis)/iu,
    why: 'Wie als probleem genoemd wordt, komt niet aan tafel.',
  },
  {
    code: 'blame',
    reason: 'behaviour',
    pattern: words(
      `${PEOPLE} ${upTo(5, CLAUSE)}(?:verantwoordelijkheid|in beweging krijgen|hun gedrag|te bewegen|dwingen|verplichten|overhalen|zover krijgen|overtuigen|opvoeden|aan (?:de regels|hun afspraken) (?:houden|laten houden)|(?:zich )?(?:beter )?(?:laten )?gedragen|motiveren|activeren|aanspreken op|bewust maken|leren (?:om|dat|hun|hoe|beter|afval))|zorgen dat ${PEOPLE} ${upTo(5, CLAUSE)}(?:zich (?:\\p{L}+ )?(?:houden|gedragen)|hun (?:rekening|huur|afval|rommel|hond)[\\p{L}]* ?(?:\\p{L}+ ){0,3}(?:betalen|scheiden|opruimen)|meewerken|op tijd betalen|komen opdagen|hun afspraken nakomen|verantwoordelijkheid nemen)`,
    ),
    why: 'Het vraagt hoe mensen moeten veranderen, niet wat hen in de weg staat.',
  },
  {
    code: 'blame',
    reason: 'behaviour',
    in: ['question', 'summary'],
    pattern: words(
      "overlastgevend\\w*|[\\p{L}]*gedragsverandering|therapietrouw|no-?shows?|niet-?naleving|onwillige?|ongemotiveerde?|zorgmijd(?:ers?|ing|end\\p{L}*)|hangjongeren|probleem(?:gezinnen|jongeren|huurders|wijken)|(?:gebrek aan|onvoldoende) (?:motivatie|betrokkenheid|verantwoordelijkheid|inzet)|werken niet mee|lui(?:heid)?|asociale?|aso's|onverantwoord\\p{L}*|weiger(?:en|t|aars)|nemen (?:hun|geen) verantwoordelijkheid|verwijtbaar|calculerende burgers?|claimgedrag",
    ),
    why: 'Een woord dat de schuld geeft; wie het meent, antwoordt niet.',
  },
  {
    code: 'too_narrow',
    reason: 'figure',
    pattern: words(
      "(?:met|van|naar|tot) (?:ten minste |minimaal |minstens |maximaal |ongeveer |zo'n )?(?:€|£)? ?\\d[\\d.,]* ?(?:%|procent|euro|miljoen|plekken|plaatsen|woningen|uur)|met (?:de helft|een derde|een kwart)|(?:halveren|verdubbelen)",
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
      `hoe kunnen (?:we|wij) (?:de |het |alle |onze )?${WORLD}(?: (?:in|binnen) [^?]{2,30}?)? (?:voorgoed |voor altijd |helemaal |samen |effectief |echt )*${END_IT}\\??$`,
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
    reason: 'several',
    pattern:
      /(?:(?:en|,) [^,?]{3,60}(?:verminderen|voorkomen|verbeteren|stoppen|vergroten|verhogen|versterken|tegengaan|bevorderen|oplossen|terugdringen|verlagen|stimuleren|aanpakken)){2}|(?:verminderen|voorkomen|verbeteren|stoppen|vergroten|verhogen|versterken|tegengaan|bevorderen|oplossen|terugdringen|verlagen|stimuleren|aanpakken)[^?]{3,60}(?:verminderen|voorkomen|verbeteren|stoppen|vergroten|verhogen|versterken|tegengaan|bevorderen|oplossen|terugdringen|verlagen|stimuleren|aanpakken)[^?]{3,60}(?:verminderen|voorkomen|verbeteren|stoppen|vergroten|verhogen|versterken|tegengaan|bevorderen|oplossen|terugdringen|verlagen|stimuleren|aanpakken|krijgen|maken|helpen|houden)|\?[^?]{8,}\?$/giu,
    why: 'Meer vragen in één: een antwoord op de ene is een zwak antwoord op alle.',
  },
  {
    code: 'not_people',
    reason: 'money',
    pattern: words(
      `(?:kosten|uitgaven|tekort|tekorten|budget|begroting|overschrijding|overschrijdingen|bezuiniging|bezuinigingen|taakstelling|zorgkosten|lasten|zorgvraag)(?: [\\p{L}%\\d€.,]+){0,9} ${SPAREN}|(?:geld|miljoen|euro|ton) (?:\\p{L}+ ){0,3}besparen|(?:op|bij) (?:de )?\\p{L}+ bezuinigen`,
    ),
    unless:
      /\b(?:energie|woon|stook|huishoud)?(?:kosten|lasten|rekening) (?:van|voor) (?:mensen|gezinnen|huurders|ouderen|bewoners|ouders|jongeren|huishoudens)\b|\b(?:energie|stook|woon|studie)(?:kosten|lasten)\b|kunnen (?:mensen|gezinnen|huurders|ouders|bewoners|huishoudens)/iu,
    why: 'Het vraagt anderen onze boeken te maken; zeg wat er anders wordt voor mensen, en noem het geld als grens.',
  },
  {
    code: 'not_people',
    reason: 'targets',
    pattern: words(
      `(?:kpi's?|doelstelling(?:en)?|targets?|streefcijfers?|norm(?:en)?|prestatieafspraken|cijfers?)(?: [\\p{L}]+){0,6} (?:halen|realiseren|behalen|verbeteren)|(?:het aantal|aantallen|de instroom|de doorstroom|de uitstroom|het gebruik|de deelname|de opkomst|de tevredenheid|het bereik|de wachtlijst(?:en)?|het verzuim|de bezettingsgraad|de caseload|het verloop|[\\p{L}]*cijfers|de doorlooptijd(?:en)?|de respons)(?: [\\p{L}\\d-]+){0,8} (?:verhogen|vergroten|verlagen|verminderen|terugdringen|terugbrengen|beperken|bevorderen|verkorten|wegwerken|laten stijgen|laten dalen|omhoog krijgen|omlaag krijgen)|meer (?:bezoekers|klanten|deelnemers|inwoners|leden|gebruikers|mensen|aanmeldingen)(?: [\\p{L}]+){0,3} (?:naar|voor|op|bij|in) (?:ons|onze|het|de) [\\p{L}-]+ (?:krijgen|trekken|werven|lokken)`,
    ),
    why: 'Een getal over ons. Wat merken de mensen erachter?',
  },
  {
    code: 'not_people',
    reason: 'process',
    pattern: words(
      oneOf(
        `(?:integrale aanpak|beleid(?:skader)?|strategie|governance|visie|ketensamenwerking|ketenaanpak|samenwerking tussen (?:de )?(?:\\p{L}+ )?(?:afdelingen|organisaties|partners|partijen|ketenpartners)|processen|werkprocessen|procedures?|inkoop|bedrijfsvoering|verantwoording|organisatiestructuur|uitvoeringsprogramma|plan van aanpak|informatievoorziening|samenwerkingsafspraken)(?: [\\p{L}]+){0,6} (?:vormgeven|inrichten|versterken|verbeteren|opstellen|borgen|stroomlijnen|optimaliseren|uitrollen|implementeren|ontwikkelen|actualiseren|realiseren|organiseren|herzien|afstemmen|harmoniseren|schrijven)`,
        '(?:stakeholders|partners|ketenpartners|partijen)(?: [\\p{L}]+){0,3} (?:meenemen|betrekken|verbinden|aanhaken)',
      ),
    ),
    why: 'Hoe wij ons organiseren, is aan ons; mensen kunnen zeggen wat er voor hen anders moet.',
  },
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
