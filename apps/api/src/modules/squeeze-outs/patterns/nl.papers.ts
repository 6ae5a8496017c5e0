import { anyOf, NUMBER, type Pattern } from './pattern.ts'

const r = String.raw
/** Asked later, of those who were chosen: as it should be (FR-03). */
const LATER = anyOf(
  r`\b(?:bij|voor|vanaf|op) (?:de |het )?(?:start|aanvang|begin|ingangsdatum|uitvoering)\b`,
  r`\b(?:als|wanneer|zodra|nadat|mocht) (?:je|jullie|u|de|het)?.{0,30}\b(?:gekozen|geselecteerd|gegund|winnaar|uitgekozen)`,
  r`\b(?:na|bij|voor) (?:de )?(?:definitieve )?gunning\b|\bgekozen (?:organisatie|partij|groep)\w*|\bwinnende\b|\bgeselecteerde partij`,
  r`\bbereid (?:zijn )?(?:om )?.{0,30}af te sluiten|\bpas (?:te zijn|nodig)`,
)
const DEMANDED = anyOf(
  r`\b(?:moet\w*|dien\w*|vereist\w*|verplicht\w*|eis\w*|nodig|beschik\w*|gecertificeerd|heeft|hebt|heb|voldo\w+|overleg\w*|lever\w*)\b`,
)
const BUILDING = anyOf(
  r`\b\w*(?:bouw|sloop|renovatie|installatie|onderhoudswerk|dakwerk|asbest|groenonderhoud|afval|wegwerk|graafwerk|steiger)\w*\b`,
)

/** Papers before award, unrelated requirements, track record: 3, 4 and 12 of FR-02, in Dutch. */
export const NL_PAPERS: readonly Pattern[] = [
  {
    code: 'papers-before-award',
    find: anyOf(
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
    unless: anyOf(
      LATER.source,
      r`\bverzekering dekt|wat hun verzekering|\bwij (?:betalen|regelen)|\bgekozen\b`,
    ),
  },
  {
    code: 'unrelated-requirement',
    find: anyOf(r`\bVCA\b|\bVCA-\w+|\bveiligheidshelm\w*|\bVGM-\w+`),
    also: DEMANDED,
    unlessAnywhere: BUILDING,
  },
  {
    code: 'unrelated-requirement',
    find: anyOf(r`\bISO ?14001\b|\bmilieumanagement\w*|\bCO2-prestatieladder\b`),
    also: DEMANDED,
    unlessAnywhere: anyOf(
      BUILDING.source,
      r`\b\w*(?:energie|voertuig|transport|productie|recycl)\w*\b`,
    ),
  },
  {
    code: 'unrelated-requirement',
    find: anyOf(r`\bISO ?9001\b|\bHKZ\b.{0,20}certifica\w+`),
    also: DEMANDED,
    unlessAnywhere: anyOf(
      BUILDING.source,
      r`\b\w*(?:productie|engineering|laborator|apparatuur|zorgaanbieder|behandel)\w*\b`,
    ),
  },
  {
    code: 'unrelated-requirement',
    find: anyOf(r`\bISO ?27001\b|\bNEN ?7510\b`),
    also: DEMANDED,
    unlessAnywhere: anyOf(
      r`\b\w*(?:persoonsgegevens|software|dossier|digitale|netwerk|systeem|systemen|hosting|database)\w*\b`,
    ),
  },
  {
    code: 'track-record',
    find: anyOf(
      r`\b(?:${NUMBER}|schriftelijke|relevante|recente|vergelijkbare) (?:referenties?|referentieopdrachten|referentieprojecten)\b`,
      r`\b(?:lever|voeg|geef|overleg|verstrek|toon|noem)\b.{0,40}\breferenties\b`,
      r`\breferentie-?(?:opdracht|project|verklaring|eis)\w*`,
      r`\breferenties\b.{0,40}\b(?:verplicht|vereist|aanleveren|bijvoegen|opdrachten)\b`,
      r`\b${NUMBER} jaar (?:[\w-]+ ){0,3}(?:ervaring|actief|werkzaam)`,
      r`\b(?:afgelopen|laatste|voorgaande) ${NUMBER} jaar\b.{0,60}\b(?:opdrachten|contracten|projecten)\b`,
      r`\b(?:opdrachtgevers?|klanten|financiers?)\b.{0,20}\b(?:die we|om te|die wij)\b.{0,20}\b(?:bellen|benaderen|spreken)`,
      r`\b(?:vergelijkbare|soortgelijke|eerdere|${NUMBER})\b.{0,30}\b(?:opdrachten|contracten|projecten)\b.{0,60}\b(?:afgelopen|laatste|voorgaande) ${NUMBER} jaar`,
    ),
    unless: anyOf(r`\bervaringskennis|ervaringsdeskundig\w*|praktijkkaart\w*`),
  },
  {
    code: 'track-record',
    severity: 'amber',
    find: anyOf(
      r`\b(?:aantoonbare|bewezen|ruime|uitgebreide|aangetoonde) (?:[\w-]+ ){0,2}ervaring\b|\btrack ?record\b`,
    ),
    unless: anyOf(r`\bervaringskennis|ervaringsdeskundig\w*|eigen woorden`),
  },
]
