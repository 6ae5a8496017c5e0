import { anyOf, type Pattern } from './pattern.ts'

const r = String.raw
const IN_ADVANCE = anyOf(
  r`\b(?:vooraf|voorschot\w*|vooruit(?:betal\w+)?|aan het begin|bij (?:de )?(?:start|aanvang)|vooruitbetaling)\b`,
)
const TAKING_PART = anyOf(
  r`\b(?:deelname|deelnem\w*|meedoen|bijeenkomst\w*|sessies?|overleg\w*|panel\w*|workshops?|meedenk\w*|meedenkt|medewerkers?|uren|bewoners?|vrijwilligers?|partners?|tijd|inzet)\b`,
)
const ENOUGH = r`(?:minimaal|minstens|ten minste|tenminste|minimum|niet (?:lager|minder) dan|hoger dan|meer dan|boven|van € ?\d|groter dan|twee keer|\d+ ?%)`

/** Turnover, accounts, payment in arrears, unpaid time: 1, 2, 8 and 9 of FR-02, in Dutch. */
export const NL_MONEY: readonly Pattern[] = [
  {
    code: 'turnover',
    find: anyOf(
      r`\b(?:jaar|minimum|bedrijfs)?omzet\b.{0,50}${ENOUGH}`,
      r`${ENOUGH}.{0,40}\b(?:jaar)?omzet\b`,
      r`\bminimale (?:jaar)?omzet\b|\b(?:minimumomzet|omzeteis\w*|omzetdrempel)\b`,
      r`\b(?:eigen vermogen|solvabiliteit|liquiditeit|weerstandsvermogen|reserves?)\b.{0,50}${ENOUGH}`,
      r`\b(?:geef|vermeld|wat (?:is|was)|opgave van|noem|verstrek)\b.{0,40}\b(?:jaar)?omzet\b`,
      r`\bkredietwaardigheid(?:stoets|scheck|sverklaring)?\b|\bbankverklaring\b`,
    ),
    unless: anyOf(
      r`\b(?<!niet )(?:lager dan|minder dan|kleiner dan|onder de|tot maximaal|hoogstens)\b`,
      r`natuurreserve\w*`,
    ),
  },
  {
    code: 'turnover',
    find: anyOf(
      r`\b(?:jaar)?omzet\b.{0,30}\b(?:lager|minder|kleiner|onder)\b.{0,60}\b(?:uitgesloten|niet in aanmerking|niet in behandeling|afgewezen|terzijde|niet meedoen)`,
    ),
    saidByNo: true,
  },
  {
    code: 'audited-accounts',
    find: anyOf(
      r`\b(?:accountant\w*|gecontroleerde?)\b[^.;]{0,40}\bjaar(?:rekening|stuk|cijfers|verslag)\w*`,
      r`\bjaar(?:rekening|stukken|cijfers|verslag)\w*[^.;]{0,50}\b(?:accountant\w*|controleverklaring|goedkeurende verklaring|gecontroleerd)`,
      r`\b(?:goedgekeurd|gecontroleerd|ondertekend|opgesteld|gewaarmerkt) door (?:een |je |uw |de )?(?:[\w-]+ )?accountant`,
      r`\b(?:accountants|controle|beoordelings|samenstellings)verklaring\w*|\bgoedkeurende (?:controle)?verklaring`,
    ),
    unless: anyOf(
      r`\b(?:van|door) de gemeente\b|\bals (?:de wet|je die|u die|beschikbaar|dat al)|\bof (?:een )?(?:kascommissie|eigen)|wettelijk verplicht`,
    ),
  },
  {
    code: 'arrears-only',
    find: anyOf(
      r`\b(?:betal\w*|betaald|uitbetaal\w*|vergoed\w*|subsidie|declar\w*|factur\w*)\b.{0,60}\b(?:achteraf|na afloop)\b`,
      r`\bachteraf\b.{0,40}\b(?:betaa?l\w*|uitbetaald|vergoed|gedeclareerd|gefactureerd)`,
      r`\b(?:betal\w*|betaald|uitbetaald|uitgekeerd|subsidie|uitbetaling)\b.{0,30}\b(?:pas |eerst )?(?:na|nadat|zodra|wanneer|bij)\b.{0,50}\b(?:eindverslag|eindrapport\w*|oplevering|afronding|goedkeuring|voltooi\w+|verantwoording|resultaten)\b`,
      r`\b(?:betaald|overgemaakt|uitbetaald|uitgekeerd|gestort|krijg je)\b.{0,30}\b(?:als|nadat|zodra|wanneer)\b.{0,50}\b(?:klaar|afgerond|goedgekeurd|gehaald|behaald|opgeleverd)\b`,
      r`\b(?:no cure no pay|resultaatfinanciering|resultaatbekostiging|prestatiebekostiging)\b`,
    ),
    unless: anyOf(r`\b(?:huur\w*|huurachterstand\w*|schuld\w*|hypotheek)\b`, IN_ADVANCE.source),
    unlessAnywhere: anyOf(
      r`\b(?:betal\w*|betaald|helft|deel|%|subsidie|termijn\w*|bedrag)\b.{0,40}\b(?:vooraf|bij (?:de )?start|aan het begin)\b`,
      r`\bvoorschot\w*`,
    ),
  },
  {
    code: 'unpaid-time',
    find: anyOf(
      r`\bonbetaald\w*|\bonbezoldigd\w*|\bop vrijwillige basis\b|\balleen (?:een )?reiskosten\w*|\b(?:gratis|kosteloos|om niet|voor niets)\b|\bniets voor\b|\bdragen? (?:hun|zijn|je|de) eigen (?:uren|kosten)\b|\bvrijwillig en\b`,
    ),
    also: TAKING_PART,
    unless: anyOf(r`\bonbetaalde? (?:rekening\w*|facturen|zorg|boetes?)`),
  },
  {
    code: 'unpaid-time',
    find: anyOf(
      r`\b(?:geen|zonder) (?:vergoeding|betaling|beloning|honorarium|budget|geld)\b.{0,60}`,
      r`\bniet (?:vergoed|betaald|gecompenseerd)\b`,
    ),
    also: anyOf(TAKING_PART.source, r`\b(?:uren|personeel|vervanging)\b`),
    unless: anyOf(r`\bniemand\b`),
    saidByNo: true,
  },
  {
    code: 'unpaid-time',
    find: anyOf(r`\bop (?:eigen|hun eigen|je eigen) kosten\b|\bvoor eigen rekening\b`),
    also: TAKING_PART,
  },
  {
    code: 'unpaid-time',
    severity: 'amber',
    find: anyOf(
      r`\b(?:kosten|inschrijfkosten)\b.{0,60}\b(?:niet vergoed|voor (?:eigen )?rekening|komen niet)\b`,
      r`\b(?:geen|niet)\b.{0,20}\b(?:kosten|vergoeding|tenderkosten\w*)\b.{0,40}\b(?:inschrijv\w*|offerte\w*|aanbieding|aanmelding)`,
    ),
    saidByNo: true,
  },
]
