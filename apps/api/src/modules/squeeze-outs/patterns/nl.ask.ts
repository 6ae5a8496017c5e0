import { anyOf, NUMBER, type Pattern } from './pattern.ts'

const r = String.raw
const OTHERS_WILL_DO = anyOf(
  r`\bgelijkwaardig\w*|\bof (?:een )?(?:vergelijkba\w+|soortgelijk\w*)|\bbijvoorbeeld\b|\bzoals\b`,
)

/** Size, burden, named solutions, one lot: 5, 6, 10 and 11 of FR-02, in Dutch. */
export const NL_ASK: readonly Pattern[] = [
  {
    code: 'merging-or-size',
    find: anyOf(
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
    find: anyOf(r`\b(${NUMBER}) woorden\b`),
    over: 500,
    also: anyOf(
      r`\b(?:maximaal|hoogstens|elk|per vraag|beschrijf|antwoord\w*|aanpak|plan|niet meer dan|beantwoord\w*|samen|in totaal)\b`,
    ),
  },
  { code: 'answer-burden', find: anyOf(r`\b(${NUMBER}) (?:[\w-]+ ){0,2}vragen\b`), over: 10 },
  {
    code: 'answer-burden',
    find: anyOf(r`\b(${NUMBER}) (?:A4|pagina'?s|bladzijden|kantjes)\b`),
    over: 1,
    also: anyOf(
      r`\b(?:maximaal|hoogstens|beschrijf|plan|aanpak|antwoord\w*|inschrijving|offerte|niet meer dan|aanvraag)\b`,
    ),
  },
  {
    code: 'answer-burden',
    find: anyOf(r`\b(${NUMBER}) minuten\b`),
    over: 10,
    also: anyOf(r`\b(?:invullen|formulier|vragenlijst|beantwoord\w*|aanmelding|aanvraag)\b`),
  },
  {
    code: 'answer-burden',
    find: anyOf(
      r`\b(?:plan van aanpak|risicoanalyse|bedrijfsplan|ondernemingsplan|businessplan|implementatieplan|prijzenblad|inschrijfbiljet|risicodossier|projectplan|activiteitenplan|meerjarenbegroting)\b`,
    ),
    also: anyOf(
      r`\b(?:voeg\w*|lever\w*|stuur|dien\w*|moet\w*|indien\w*|schrijf|maak|beoordeel\w*|overleg\w*|bijvoegen)\b`,
    ),
  },
  {
    code: 'answer-burden',
    find: anyOf(
      r`\b(?:${NUMBER}|een|paar|halve) (?:uur|dag|dagdeel|dagen)\b.{0,40}\b(?:invullen|in te vullen|formulier|schrijven)`,
    ),
  },
  {
    code: 'answer-burden',
    severity: 'amber',
    find: anyOf(r`\bUniform Europees Aanbestedingsdocument\b|\bUEA\b|\bselectieleidraad\b`),
  },
  {
    code: 'named-solution',
    severity: 'amber',
    find: anyOf(
      r`\b(?:willen|wil|zoeken|zoekt|ontwikkel\w*|bouw\w*|maken|maak|ontwerp\w*|lever\w*|invoer\w*|aanschaf\w*|lancer\w*)\b.{0,30}?\b(?:een|de|het|één)\s(?:[\w-]+ ){0,3}?(?:app|platform|portaal|website|chatbot|dashboard|CRM|database|softwarepakket|\w*systeem|webapplicatie)\b`,
      r`\b(?:een|de|het) (?:[\w-]+ )?(?:app|platform|portaal|website|chatbot|dashboard|database|webapplicatie)\b.{0,30}\b(?:bouwen|ontwikkelen|maken|laten maken|ontwerpen|invoeren|aanschaffen)\b`,
    ),
    unless: anyOf(r`\b(?:TenderNed|Negometrix|Mercell|inschrijv\w*|ecosysteem|zonnesysteem)\b`),
  },
  {
    code: 'named-solution',
    find: /\b(?:Microsoft|Office 365|SharePoint|Google|Salesforce|SAP|Oracle|Zoom|WhatsApp|Facebook|iPads?|iPhones?|Apple|Fitbit|Mailchimp|Power ?BI|Topdesk|TOPdesk|Centric|PinkRoccade|Stipter|Regas)\b/,
    also: anyOf(
      r`\b(?:moet\w*|dien\w*|draai\w*|gebruik\w*|koppel\w*|gebouwd|werk\w* (?:met|in|op)|licentie\w*|verplicht|registr\w+|vastgelegd|vastlegg\w+|bijgehouden|opgeslagen|ingevoerd)\b`,
    ),
    unless: OTHERS_WILL_DO,
  },
  { code: 'named-solution', find: /[\p{L}\d]+\s?[®™]/u, unless: OTHERS_WILL_DO },
  {
    code: 'named-solution',
    find: /\b(?:app|platform|portaal|systeem|softwarepakket) [A-Z]\w+/,
    unless: OTHERS_WILL_DO,
  },
  {
    code: 'named-solution',
    find: /\b(?:gegund|gunnen|opdracht|uitgevoerd|geleverd|verleng\w*)\b.{0,50}\b(?:aan|door|met|bij) (?:[A-Z][\w&'-]* ){1,4}(?:B\.?V\.?|N\.?V\.?)/,
  },
  {
    code: 'named-solution',
    find: anyOf(
      r`\b(?:huidige|zittende) (?:leverancier|aanbieder|partij|opdrachtnemer)\b.{0,30}\b(?:blijft|zet\w* voort|voorkeur|verlengd)`,
    ),
  },
  {
    code: 'one-lot',
    find: anyOf(
      r`(?:^|\W)(?:één|1|een enkele) (?:opdrachtnemer|partij|aanbieder|leverancier|organisatie|perceel|contractpartij)\b`,
      r`\been (?:opdrachtnemer|partij|aanbieder)\b.{0,30}\b(?:hele|gehele|alle|volledige)\b`,
    ),
    unlessAnywhere: anyOf(
      r`\b(?:verdeeld|opgedeeld|gesplitst) in (?:[\w-]+ )?percelen\b|\bperceel \d|\bper perceel|\belk perceel|\bmeerdere (?:partijen|opdrachtnemers)`,
    ),
  },
  {
    code: 'one-lot',
    find: anyOf(r`\b(?:niet|geen)\b.{0,30}\bpercelen\b`),
    saidByNo: true,
  },
]
