import { NL_WHO } from './framing.nl.things.ts'
import { anywhere, listed, oneOf, type Rule, upTo, words } from './framing.rule.ts'

const CLAUSE = 'die|dat|waar|waarin|waarmee|zodat|als|terwijl|zonder|wanneer|wie|of'
const PEOPLE = listed(
  'bewoners | inwoners | ouders | jongeren | huurders | mensen | gezinnen | patiënten | leerlingen | kinderen | automobilisten | burgers | cliënten | klanten | buren | mannen | vrouwen | hondenbezitters | bezoekers | fietsers | ondernemers | verhuurders | rokers | ze | zij',
)
const SPAREN = listed(
  'verlagen | besparen | terugdringen | terugbrengen | beheersen | drukken | beperken | verminderen | sluitend krijgen | in de hand houden | dekken | wegwerken | bezuinigen | omlaag krijgen | naar beneden krijgen | invullen | realiseren | halen | onder controle krijgen',
)

/** Verbs of those who run things; in Dutch at the end. */
const MANAGE = listed(
  'verbeteren | moderniseren | stroomlijnen | versnellen | optimaliseren | verhogen | verminderen | verlagen | vergroten | versterken | terugdringen | beperken | bevorderen | stimuleren | realiseren | maximaliseren | minimaliseren | aanpakken | tegengaan | binnenhalen | doorontwikkelen | ontwikkelen | herinrichten | herzien | vereenvoudigen | integreren | professionaliseren | uitbreiden | borgen | waarborgen | coördineren | afstemmen | monitoren | beheersen | verkorten | verduurzamen | vernieuwen | aantrekken | benutten | inrichten | vormgeven | halen | behalen | beter benutten | op orde krijgen | organiseren',
)
/** Somebody is in the question. */
const SOMEBODY = oneOf(
  NL_WHO,
  listed(
    "iemand | niemand | iedereen | elkaar | wie | je | jij | jou | jouw | hun | hen | zij | zijn | haar | kind | kinderen | baby | baby's | man | vrouw | meisjes? | jongens? | moeder | vader | ouder | buurman | buurvrouw | buren | bewoner | inwoner | huurder | patiënt | leerling | gezin | mens | bezoekers | wandelaars | zwemmers | reizigers | lezers | burgers | vrienden | vriend | boeren | leden | spelers | klanten | eigenaren | dorpelingen | scholieren | peuters | kleuters | verzorgenden | slachtoffers | omstanders | gasten | oudere | [\\p{L}]+bewoners",
  ),
)

/** About people: whom a question blames, and where it is about an organisation's books instead. */
export const NL_PEOPLE: readonly Rule[] = [
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
    code: 'blame',
    reason: 'behaviour',
    pattern: words(
      `(?:${PEOPLE}|[\\p{L}]+(?:eigenaren|bezitters|gebruikers|ouders|bewoners|rijders|houders|gangers)) ${upTo(6, CLAUSE)}(?:(?:ertoe |er toe )?(?:verleiden|stimuleren|overhalen|aansporen|aanmoedigen|prikkelen|motiveren|bewegen|aanzetten|verplichten|dwingen)|zo ?ver krijgen|warm maken voor|bewust(?:er)? maken|(?:hun|zijn) (?:[\\p{L}-]+ ){0,2}laten (?:opruimen|scheiden|betalen|inleveren|stallen|aanlijnen|nakomen)|laten (?:stoppen|minderen|inzien|begrijpen|overstappen|afzien))`,
    ),
    why: 'Wie mensen ergens toe wil krijgen, denkt dat zij zijn wat er mis is.',
  },
  {
    code: 'blame',
    reason: 'behaviour',
    pattern: words(
      `[\\p{L}]+ (?:ervan |ertoe )?(?:overtuigen|verleiden|overhalen|dwingen|bewegen|stimuleren|aansporen|verplichten) (?:om|tot|dat|van)|[\\p{L}]{3,}en (?:[\\p{L}]+ ){0,5}(?:ontmoedigen|verbieden|uitbannen|hard aanpakken)|zorgen dat ${PEOPLE} hun (?:[\\p{L}]+ )?(?:tuin|stoep|rommel|afval|portiek|hond|fiets|auto|papieren|plicht|afspraak|afspraken)`,
    ),
    why: 'Zo spreek je over mensen die niet willen; vraag waarom ze niet willen.',
  },
  {
    code: 'not_people',
    reason: 'money',
    pattern: words(
      `(?:kosten|uitgaven|tekort|tekorten|budget|begroting|overschrijding|overschrijdingen|bezuiniging|bezuinigingen|taakstelling|zorgkosten|lasten|zorgvraag)(?: [\\p{L}%\\d€.,]+){0,9} ${SPAREN}|(?:geld|miljoen|euro|ton) (?:\\p{L}+ ){0,3}besparen|(?:op|bij) (?:de )?\\p{L}+ bezuinigen|[\\d.,]+ ?(?:miljoen|ton|euro) (?:[\\p{L}]+ ){0,6}(?:bezuinigen|besparen|ombuigen|vinden)|bezuinigen op|besparen op (?:de |het )(?:zorg|jeugdzorg|Wmo|uitvoering|inkoop|personeel)|meer rendement|kostendekkend`,
    ),
    unless:
      /\b(?:energie|woon|stook|huishoud)?(?:kosten|lasten|rekening) (?:van|voor) (?:mensen|gezinnen|huurders|ouderen|bewoners|ouders|jongeren|huishoudens)\b|\b(?:energie|stook|woon|studie)(?:kosten|lasten)\b|kunnen (?:mensen|gezinnen|huurders|ouders|bewoners|huishoudens)/iu,
    why: 'Het vraagt anderen onze boeken te maken; zeg wat er anders wordt voor mensen, en noem het geld als grens.',
  },
  {
    code: 'not_people',
    reason: 'targets',
    pattern: words(
      `(?:kpi's?|doelstelling(?:en)?|targets?|streefcijfers?|norm(?:en)?|prestatieafspraken|cijfers?)(?: [\\p{L}]+){0,6} (?:halen|realiseren|behalen|verbeteren)|(?:het aantal|aantallen|de instroom|de doorstroom|de uitstroom|het gebruik|de deelname|de opkomst|de tevredenheid|het bereik|de wachtlijst(?:en)?|het verzuim|de bezettingsgraad|de caseload|het verloop|[\\p{L}]*cijfers|de doorlooptijd(?:en)?|de respons)(?: [\\p{L}\\d-]+){0,8} (?:verhogen|vergroten|verlagen|verminderen|terugdringen|terugbrengen|beperken|bevorderen|verkorten|wegwerken|laten stijgen|laten dalen|omhoog krijgen|omlaag krijgen)|meer (?:bezoekers|klanten|deelnemers|inwoners|leden|gebruikers|mensen|aanmeldingen)(?: [\\p{L}]+){0,3} (?:naar|voor|op|bij|in) (?:ons|onze|het|de) [\\p{L}-]+ (?:krijgen|trekken|werven|lokken)|(?:meer|extra|nieuwe|genoeg|voldoende|goede|\\d+|[\\p{L}]+tig extra|geschikte)(?: [\\p{L}]+)? ?(?:pleegouders|pleeggezinnen|personeel|[\\p{L}]*medewerkers|verpleegkundigen|leraren|docenten|leerkrachten|chauffeurs|handhavers|vakmensen|ambtenaren|raadsleden|huisartsen|zorgverleners|collega's) (?:[\\p{L}-]+ ){0,4}(?:werven|vinden|behouden|aantrekken|vasthouden|krijgen|binnenhalen)|(?:de|het) (?:participatie|instroom|productiviteit|opkomst|zichtbaarheid|vindbaarheid|respons|klanttevredenheid|deelname|bezetting|gebruik) (?:van |aan |bij |in )(?:[\\p{L}-]+ ){1,5}(?:vergroten|verhogen|bevorderen|verbeteren|stimuleren|terugdringen)`,
    ),
    why: 'Een getal over ons. Wat merken de mensen erachter?',
  },
  {
    code: 'not_people',
    reason: 'process',
    pattern: words(
      oneOf(
        `(?:integrale aanpak|beleid(?:skader)?|strategie|governance|visie|ketensamenwerking|ketenaanpak|samenwerking tussen (?:de )?(?:\\p{L}+ )?(?:afdelingen|organisaties|partners|partijen|ketenpartners)|[\\p{L}]*(?:proces|processen|procedures?)|inkoop|bedrijfsvoering|verantwoording|organisatiestructuur|uitvoeringsprogramma|plan van aanpak|informatievoorziening|samenwerkingsafspraken)(?: [\\p{L}]+){0,6} (?:vormgeven|inrichten|versterken|verbeteren|opstellen|borgen|stroomlijnen|optimaliseren|uitrollen|implementeren|ontwikkelen|actualiseren|realiseren|organiseren|herzien|afstemmen|harmoniseren|schrijven)`,
        '(?:samenwerken|samenwerking|afstemmen) (?:[\\p{L}]+ ){0,3}(?:met|tussen) (?:onze |de |het |andere |alle )*(?:[\\p{L}]*partners|partijen|organisaties|afdelingen|instellingen|gemeenten)(?: (?:verbeteren|versterken))?\\??$',
        '(?:stakeholders|partners|ketenpartners|partijen)(?: [\\p{L}]+){0,3} (?:meenemen|betrekken|verbinden|aanhaken)',
      ),
    ),
    why: 'Hoe wij ons organiseren, is aan ons; mensen kunnen zeggen wat er voor hen anders moet.',
  },
  {
    code: 'not_people',
    reason: 'nobody',
    alone: true,
    pattern: words(`^hoe kunnen (?:we|wij) [^?]+ ${MANAGE}\\??$`),
    unless: anywhere(SOMEBODY),
    why: 'Niemand in de vraag kan merken dat het gelukt is.',
  },
]
