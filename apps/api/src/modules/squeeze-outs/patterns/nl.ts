import { any, NUMBER, type Pattern } from './pattern.ts'

const r = String.raw
/** Gevraagd van wie gekozen is: zoals het hoort (FR-03). */
const LATER = any(
  r`\b(?:bij|voor|vanaf|op) (?:de |het )?(?:start|aanvang|begin|ingangsdatum|uitvoering)\b`,
  r`\b(?:als|wanneer|zodra|nadat|mocht) (?:je|jullie|u|de|het)?.{0,30}\b(?:gekozen|geselecteerd|gegund|winnaar|uitgekozen)`,
  r`\b(?:na|bij|voor) (?:de )?(?:definitieve )?gunning\b|\bgekozen (?:organisatie|partij|groep)\w*|\bwinnende\b|\bgeselecteerde partij`,
  r`\bbereid (?:zijn )?(?:om )?.{0,30}af te sluiten|\bpas (?:te zijn|nodig)`,
)
const GEEISD = any(
  r`\b(?:moet\w*|dien\w*|vereist\w*|verplicht\w*|eis\w*|nodig|beschik\w*|gecertificeerd|heeft|hebt|heb|voldo\w+|overleg\w*|lever\w*)\b`,
)
const BOUW = any(
  r`\b\w*(?:bouw|sloop|renovatie|installatie|onderhoudswerk|dakwerk|asbest|groenonderhoud|afval|wegwerk|graafwerk|steiger)\w*\b`,
)
const VOORAF = any(
  r`\b(?:vooraf|voorschot\w*|vooruit(?:betal\w+)?|aan het begin|bij (?:de )?(?:start|aanvang)|vooruitbetaling)\b`,
)
const MEEDOEN = any(
  r`\b(?:deelname|deelnem\w*|meedoen|bijeenkomst\w*|sessies?|overleg\w*|panel\w*|workshops?|meedenk\w*|meedenkt|medewerkers?|uren|bewoners?|vrijwilligers?|partners?|tijd|inzet)\b`,
)
const OF_GELIJK = any(
  r`\bgelijkwaardig\w*|\bof (?:een )?(?:vergelijkba\w+|soortgelijk\w*)|\bbijvoorbeeld\b|\bzoals\b`,
)
const GENOEG = r`(?:minimaal|minstens|ten minste|tenminste|minimum|niet (?:lager|minder) dan|hoger dan|meer dan|boven|van € ?\d|groter dan|twee keer|\d+ ?%)`

const MONEY: readonly Pattern[] = [
  {
    code: 'turnover',
    find: any(
      r`\b(?:jaar|minimum|bedrijfs)?omzet\b.{0,50}${GENOEG}`,
      r`${GENOEG}.{0,40}\b(?:jaar)?omzet\b`,
      r`\bminimale (?:jaar)?omzet\b|\b(?:minimumomzet|omzeteis\w*|omzetdrempel)\b`,
      r`\b(?:eigen vermogen|solvabiliteit|liquiditeit|weerstandsvermogen|reserves?)\b.{0,50}${GENOEG}`,
      r`\b(?:geef|vermeld|wat (?:is|was)|opgave van|noem|verstrek)\b.{0,40}\b(?:jaar)?omzet\b`,
      r`\bkredietwaardigheid(?:stoets|scheck|sverklaring)?\b|\bbankverklaring\b`,
    ),
    unless: any(
      r`\b(?<!niet )(?:lager dan|minder dan|kleiner dan|onder de|tot maximaal|hoogstens)\b`,
      r`natuurreserve\w*`,
    ),
  },
  {
    code: 'turnover',
    find: any(
      r`\b(?:jaar)?omzet\b.{0,30}\b(?:lager|minder|kleiner|onder)\b.{0,60}\b(?:uitgesloten|niet in aanmerking|niet in behandeling|afgewezen|terzijde|niet meedoen)`,
    ),
    saidByNo: true,
  },
  {
    code: 'audited-accounts',
    find: any(
      r`\b(?:accountant\w*|gecontroleerde?)\b[^.;]{0,40}\bjaar(?:rekening|stuk|cijfers|verslag)\w*`,
      r`\bjaar(?:rekening|stukken|cijfers|verslag)\w*[^.;]{0,50}\b(?:accountant\w*|controleverklaring|goedkeurende verklaring|gecontroleerd)`,
      r`\b(?:goedgekeurd|gecontroleerd|ondertekend|opgesteld|gewaarmerkt) door (?:een |je |uw |de )?(?:[\w-]+ )?accountant`,
      r`\b(?:accountants|controle|beoordelings|samenstellings)verklaring\w*|\bgoedkeurende (?:controle)?verklaring`,
    ),
    unless: any(
      r`\b(?:van|door) de gemeente\b|\bals (?:de wet|je die|u die|beschikbaar|dat al)|\bof (?:een )?(?:kascommissie|eigen)|wettelijk verplicht`,
    ),
  },
  {
    code: 'arrears-only',
    find: any(
      r`\b(?:betal\w*|betaald|uitbetaal\w*|vergoed\w*|subsidie|declar\w*|factur\w*)\b.{0,60}\b(?:achteraf|na afloop)\b`,
      r`\bachteraf\b.{0,40}\b(?:betaa?l\w*|uitbetaald|vergoed|gedeclareerd|gefactureerd)`,
      r`\b(?:betal\w*|betaald|uitbetaald|uitgekeerd|subsidie|uitbetaling)\b.{0,30}\b(?:pas |eerst )?(?:na|nadat|zodra|wanneer|bij)\b.{0,50}\b(?:eindverslag|eindrapport\w*|oplevering|afronding|goedkeuring|voltooi\w+|verantwoording|resultaten)\b`,
      r`\b(?:betaald|overgemaakt|uitbetaald|uitgekeerd|gestort|krijg je)\b.{0,30}\b(?:als|nadat|zodra|wanneer)\b.{0,50}\b(?:klaar|afgerond|goedgekeurd|gehaald|behaald|opgeleverd)\b`,
      r`\b(?:no cure no pay|resultaatfinanciering|resultaatbekostiging|prestatiebekostiging)\b`,
    ),
    unless: any(r`\b(?:huur\w*|huurachterstand\w*|schuld\w*|hypotheek)\b`, VOORAF.source),
    unlessAnywhere: any(
      r`\b(?:betal\w*|betaald|helft|deel|%|subsidie|termijn\w*|bedrag)\b.{0,40}\b(?:vooraf|bij (?:de )?start|aan het begin)\b`,
      r`\bvoorschot\w*`,
    ),
  },
  {
    code: 'unpaid-time',
    find: any(
      r`\bonbetaald\w*|\bonbezoldigd\w*|\bop vrijwillige basis\b|\balleen (?:een )?reiskosten\w*|\b(?:gratis|kosteloos|om niet|voor niets)\b|\bniets voor\b|\bdragen? (?:hun|zijn|je|de) eigen (?:uren|kosten)\b|\bvrijwillig en\b`,
    ),
    also: MEEDOEN,
    unless: any(r`\bonbetaalde? (?:rekening\w*|facturen|zorg|boetes?)`),
  },
  {
    code: 'unpaid-time',
    find: any(
      r`\b(?:geen|zonder) (?:vergoeding|betaling|beloning|honorarium|budget|geld)\b.{0,60}`,
      r`\bniet (?:vergoed|betaald|gecompenseerd)\b`,
    ),
    also: any(MEEDOEN.source, r`\b(?:uren|personeel|vervanging)\b`),
    unless: any(r`\bniemand\b`),
    saidByNo: true,
  },
  {
    code: 'unpaid-time',
    find: any(r`\bop (?:eigen|hun eigen|je eigen) kosten\b|\bvoor eigen rekening\b`),
    also: MEEDOEN,
  },
  {
    code: 'unpaid-time',
    severity: 'amber',
    find: any(
      r`\b(?:kosten|inschrijfkosten)\b.{0,60}\b(?:niet vergoed|voor (?:eigen )?rekening|komen niet)\b`,
      r`\b(?:geen|niet)\b.{0,20}\b(?:kosten|vergoeding|tenderkosten\w*)\b.{0,40}\b(?:inschrijv\w*|offerte\w*|aanbieding|aanmelding)`,
    ),
    saidByNo: true,
  },
]

const PAPERS: readonly Pattern[] = [
  {
    code: 'papers-before-award',
    find: any(
      r`\b(?:polis\w*|kopie|bewijs|certificaat|afschrift)\b.{0,60}\w*verzeker\w*`,
      r`\b(?:beschik\w*|moet\w*|dien\w*|vereist|verplicht|heb je|hebben jullie|heeft (?:u|je)|overleg\w*|voeg\w*|lever\w*)\b.{0,80}\w*verzekering\w*\b`,
      r`\w*verzekering\w*.{0,60}\b(?:vereist|verplicht|minimaal|ten minste|moet\w*|dient|meesturen|bijvoegen)`,
      r`\bverzekerd\b.{0,60}\b(?:minimaal|minstens|ten minste|moet\w*|dient|vereist)`,
      r`\b(?:upload|stuur|sturen|meestur\w*|bijvoeg\w*|aanlever\w*)\b.{0,80}\w*verzekering\w*`,
      r`\w*verzekering\w*.{0,80}\b(?:uploaden|aanleveren|samen met|bij je aan(?:melding|vraag))\b`,
      r`\b(?:upload|stuur|sturen|meestur\w*|bijvoeg\w*|aanlever\w*|voeg|lever|moet\w*|heb je)\b.{0,80}\b(?:privacyverklaring|gedragscode|meldcode|klachtenregeling|veiligheidsplan|vrijwilligersbeleid)\b`,
      r`\b(?:lever|voeg|stuur|overleg|verstrek|bijvoegen|meesturen|aanleveren|beschik\w*|heb je|moet\w*|dien\w*)\b.{0,80}\b\w*(?:privacy|veiligheids|kwaliteits|integriteits|milieu|klachten|inclusie|diversiteits|personeels|arbo)(?:-?beleid\w*|beleidsplan|regeling|handboek|protocol)`,
      r`\b\w*(?:privacy|veiligheids|kwaliteits|integriteits|milieu|arbo)beleid\w*.{0,60}\b(?:aanlever\w*|meesturen|bijvoegen|inschrijving|aanmelding)`,
    ),
    unless: any(
      LATER.source,
      r`\bverzekering dekt|wat hun verzekering|\bwij (?:betalen|regelen)|\bgekozen\b`,
    ),
  },
  {
    code: 'unrelated-requirement',
    find: any(r`\bVCA\b|\bVCA-\w+|\bveiligheidshelm\w*|\bVGM-\w+`),
    also: GEEISD,
    unlessAnywhere: BOUW,
  },
  {
    code: 'unrelated-requirement',
    find: any(r`\bISO ?14001\b|\bmilieumanagement\w*|\bCO2-prestatieladder\b`),
    also: GEEISD,
    unlessAnywhere: any(BOUW.source, r`\b\w*(?:energie|voertuig|transport|productie|recycl)\w*\b`),
  },
  {
    code: 'unrelated-requirement',
    find: any(r`\bISO ?9001\b|\bHKZ\b.{0,20}certifica\w+`),
    also: GEEISD,
    unlessAnywhere: any(
      BOUW.source,
      r`\b\w*(?:productie|engineering|laborator|apparatuur|zorgaanbieder|behandel)\w*\b`,
    ),
  },
  {
    code: 'unrelated-requirement',
    find: any(r`\bISO ?27001\b|\bNEN ?7510\b`),
    also: GEEISD,
    unlessAnywhere: any(
      r`\b\w*(?:persoonsgegevens|software|dossier|digitale|netwerk|systeem|systemen|hosting|database)\w*\b`,
    ),
  },
  {
    code: 'track-record',
    find: any(
      r`\b(?:${NUMBER}|schriftelijke|relevante|recente|vergelijkbare) (?:referenties?|referentieopdrachten|referentieprojecten)\b`,
      r`\b(?:lever|voeg|geef|overleg|verstrek|toon|noem)\b.{0,40}\breferenties\b`,
      r`\breferentie-?(?:opdracht|project|verklaring|eis)\w*`,
      r`\breferenties\b.{0,40}\b(?:verplicht|vereist|aanleveren|bijvoegen|opdrachten)\b`,
      r`\b${NUMBER} jaar (?:[\w-]+ ){0,3}(?:ervaring|actief|werkzaam)`,
      r`\b(?:afgelopen|laatste|voorgaande) ${NUMBER} jaar\b.{0,60}\b(?:opdrachten|contracten|projecten)\b`,
      r`\b(?:opdrachtgevers?|klanten|financiers?)\b.{0,20}\b(?:die we|om te|die wij)\b.{0,20}\b(?:bellen|benaderen|spreken)`,
      r`\b(?:vergelijkbare|soortgelijke|eerdere|${NUMBER})\b.{0,30}\b(?:opdrachten|contracten|projecten)\b.{0,60}\b(?:afgelopen|laatste|voorgaande) ${NUMBER} jaar`,
    ),
    unless: any(r`\bervaringskennis|ervaringsdeskundig\w*|praktijkkaart\w*`),
  },
  {
    code: 'track-record',
    severity: 'amber',
    find: any(
      r`\b(?:aantoonbare|bewezen|ruime|uitgebreide|aangetoonde) (?:[\w-]+ ){0,2}ervaring\b|\btrack ?record\b`,
    ),
    unless: any(r`\bervaringskennis|ervaringsdeskundig\w*|eigen woorden`),
  },
]

const SIZE: readonly Pattern[] = [
  {
    code: 'merging-or-size',
    find: any(
      r`\b(?:moet\w*|dien\w*|verplicht)\b.{0,60}\b(?:fuseren|samengaan|(?:een )?(?:combinatie|consortium|samenwerkingsverband) (?:te )?vorm\w*)`,
      r`\b(?:alleen|uitsluitend)\b.{0,40}\b(?:samenwerkingsverband\w*|consorti\w+|combinaties?|landelijke|grote)\b`,
      r`\b(?:penvoerder|hoofdaannemer|hoofdpartij|trekker)\b.{0,60}\b(?:minimaal|minstens|moet|dient|ten minste|omzet|financieel)`,
      r`\b(?:minimaal|minstens|ten minste|meer dan) ${NUMBER} (?:[\w-]+ ){0,2}(?:medewerkers|werknemers|fte|betaalde krachten)\b`,
      r`\blandelijke (?:dekking|organisatie)\b`,
      r`\b(?:minimaal|minstens|ten minste|meer dan) ${NUMBER} (?:[\w-]+ ){0,2}(?:mensen|personen)? ?in (?:loon|vaste )?dienst\b`,
      r`\balleen\b.{0,40}\b(?:als onderaannemer|via een (?:grote|grotere)|onder een (?:grote|grotere))`,
    ),
  },
  {
    code: 'answer-burden',
    find: any(r`\b(${NUMBER}) woorden\b`),
    over: 500,
    also: any(
      r`\b(?:maximaal|hoogstens|elk|per vraag|beschrijf|antwoord\w*|aanpak|plan|niet meer dan|beantwoord\w*|samen|in totaal)\b`,
    ),
  },
  { code: 'answer-burden', find: any(r`\b(${NUMBER}) (?:[\w-]+ ){0,2}vragen\b`), over: 10 },
  {
    code: 'answer-burden',
    find: any(r`\b(${NUMBER}) (?:A4|pagina'?s|bladzijden|kantjes)\b`),
    over: 1,
    also: any(
      r`\b(?:maximaal|hoogstens|beschrijf|plan|aanpak|antwoord\w*|inschrijving|offerte|niet meer dan|aanvraag)\b`,
    ),
  },
  {
    code: 'answer-burden',
    find: any(r`\b(${NUMBER}) minuten\b`),
    over: 10,
    also: any(r`\b(?:invullen|formulier|vragenlijst|beantwoord\w*|aanmelding|aanvraag)\b`),
  },
  {
    code: 'answer-burden',
    find: any(
      r`\b(?:plan van aanpak|risicoanalyse|bedrijfsplan|ondernemingsplan|businessplan|implementatieplan|prijzenblad|inschrijfbiljet|risicodossier|projectplan|activiteitenplan|meerjarenbegroting)\b`,
    ),
    also: any(
      r`\b(?:voeg\w*|lever\w*|stuur|dien\w*|moet\w*|indien\w*|schrijf|maak|beoordeel\w*|overleg\w*|bijvoegen)\b`,
    ),
  },
  {
    code: 'answer-burden',
    find: any(
      r`\b(?:${NUMBER}|een|paar|halve) (?:uur|dag|dagdeel|dagen)\b.{0,40}\b(?:invullen|in te vullen|formulier|schrijven)`,
    ),
  },
  {
    code: 'answer-burden',
    severity: 'amber',
    find: any(r`\bUniform Europees Aanbestedingsdocument\b|\bUEA\b|\bselectieleidraad\b`),
  },
  {
    code: 'named-solution',
    severity: 'amber',
    find: any(
      r`\b(?:willen|wil|zoeken|zoekt|ontwikkel\w*|bouw\w*|maken|maak|ontwerp\w*|lever\w*|invoer\w*|aanschaf\w*|lancer\w*)\b.{0,30}?\b(?:een|de|het|één)\s(?:[\w-]+ ){0,3}?(?:app|platform|portaal|website|chatbot|dashboard|CRM|database|softwarepakket|\w*systeem|webapplicatie)\b`,
      r`\b(?:een|de|het) (?:[\w-]+ )?(?:app|platform|portaal|website|chatbot|dashboard|database|webapplicatie)\b.{0,30}\b(?:bouwen|ontwikkelen|maken|laten maken|ontwerpen|invoeren|aanschaffen)\b`,
    ),
    unless: any(r`\b(?:TenderNed|Negometrix|Mercell|inschrijv\w*|ecosysteem|zonnesysteem)\b`),
  },
  {
    code: 'named-solution',
    find: /\b(?:Microsoft|Office 365|SharePoint|Google|Salesforce|SAP|Oracle|Zoom|WhatsApp|Facebook|iPads?|iPhones?|Apple|Fitbit|Mailchimp|Power ?BI|Topdesk|TOPdesk|Centric|PinkRoccade|Stipter|Regas)\b/,
    also: any(
      r`\b(?:moet\w*|dien\w*|draai\w*|gebruik\w*|koppel\w*|gebouwd|werk\w* (?:met|in|op)|licentie\w*|verplicht|registr\w+|vastgelegd|vastlegg\w+|bijgehouden|opgeslagen|ingevoerd)\b`,
    ),
    unless: OF_GELIJK,
  },
  { code: 'named-solution', find: /[\p{L}\d]+\s?[®™]/u, unless: OF_GELIJK },
  {
    code: 'named-solution',
    find: /\b(?:app|platform|portaal|systeem|softwarepakket) [A-Z]\w+/,
    unless: OF_GELIJK,
  },
  {
    code: 'named-solution',
    find: /\b(?:gegund|gunnen|opdracht|uitgevoerd|geleverd|verleng\w*)\b.{0,50}\b(?:aan|door|met|bij) (?:[A-Z][\w&'-]* ){1,4}(?:B\.?V\.?|N\.?V\.?)/,
  },
  {
    code: 'named-solution',
    find: any(
      r`\b(?:huidige|zittende) (?:leverancier|aanbieder|partij|opdrachtnemer)\b.{0,30}\b(?:blijft|zet\w* voort|voorkeur|verlengd)`,
    ),
  },
  {
    code: 'one-lot',
    find: any(
      r`(?:^|\W)(?:één|1|een enkele) (?:opdrachtnemer|partij|aanbieder|leverancier|organisatie|perceel|contractpartij)\b`,
      r`\been (?:opdrachtnemer|partij|aanbieder)\b.{0,30}\b(?:hele|gehele|alle|volledige)\b`,
    ),
    unlessAnywhere: any(
      r`\b(?:verdeeld|opgedeeld|gesplitst) in (?:[\w-]+ )?percelen\b|\bperceel \d|\bper perceel|\belk perceel|\bmeerdere (?:partijen|opdrachtnemers)`,
    ),
  },
  {
    code: 'one-lot',
    find: any(r`\b(?:niet|geen)\b.{0,30}\bpercelen\b`),
    saidByNo: true,
  },
]

/** All twelve of FR-02 in Dutch but the dates, which `open-window.rules.ts` reads. */
export const NL: readonly Pattern[] = [...MONEY, ...PAPERS, ...SIZE]
