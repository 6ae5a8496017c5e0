import { anyOf, NUMBER, type Pattern } from './pattern.ts'

const r = String.raw
const DEMAND = r`\b(?:must|have to|needs? to|required to|expected to|shall|only)\b`
const HAND_IN = anyOf(
  r`\b(?:attach|submit|provide|enclose|upload|include|supply|completed?|return|prepare|send|set out|answer|evaluated|scored)\b`,
)
const ANSWERING = anyOf(
  r`\b(?:answers?|responses?|tenders?|proposals?|submissions?|applications?|bids?|methods?|describe|set out|explain|longer|exceed|maximum|max|no more than|up to|limit(?:ed)?|each|per question)\b`,
)
const FILLING_IN = anyOf(
  r`\b(?:complete|fill|answer|apply|applying|application|forms?|questionnaires?|write|respond)\b`,
)
const OTHERS_WILL_DO = anyOf(
  r`\b(?:or|any|an?)(?: other)? (?:equivalent|similar|comparable)\b|\bequivalent\b|\bsuch as\b|\bfor example\b|\be\.g\.`,
)

/** Size, burden, named solutions, one lot: 5, 6, 10 and 11 of FR-02. */
export const EN_ASK: readonly Pattern[] = [
  {
    code: 'merging-or-size',
    find: anyOf(
      r`${DEMAND}.{0,40}\b(?:merge|form (?:a |an )?(?:consorti\w+|partnership|joint venture|alliance)|be part of a consorti\w+|join a consorti\w+)`,
      r`\bonly\b.{0,60}\b(?:from|by|to)\s(?:consortia|a consortium|lead (?:providers?|bod(?:y|ies)|organi[sz]ations?)|national (?:charities|organi[sz]ations|providers)|large[r]?)`,
      r`\b(?:one |an? )?consorti(?:um|a) only\b|\bonly (?:one |an? )?consorti(?:um|a)\b`,
      r`\b(?:find|join|team up with|work under|sit under) (?:an? )?(?:larger|bigger|large|established) (?:partner|organi[sz]ation|charity|provider|lead)`,
      r`\bonly\b.{0,40}\b(?:as|through) (?:an? )?(?:sub-?contractors?|prime|lead (?:provider|contractor))`,
      r`\b(?:fewer|less) than ${NUMBER} (?:[\w-]+ ){0,2}(?:staff|employees|people|members)\b.{0,60}\b(?:not|cannot|ineligible|excluded)`,
      r`\bemploy\w*\b.{0,20}\b(?:at least|minimum of|no fewer than|more than) ${NUMBER}\b`,
      r`\bonly (?:consortia|national charities|large\w* (?:organi[sz]ations|charities|providers))\b`,
      r`\blead (?:partner|provider|bod(?:y|ies)|organi[sz]ation|agency|contractor)\b.{0,60}\b(?:must|shall|needs?|required|financial\w*|at least|minimum|turnover)\b`,
      r`\b(?:at least|minimum(?: of)?|no fewer than|more than) ${NUMBER} (?:[\w-]+ ){0,3}(?:staff|employees|FTEs?|paid workers)\b`,
      r`\b(?:must|shall|required|need)\b.{0,60}\b(?:national|nationwide|county-?wide|regional) (?:coverage|presence|reach|footprint)\b`,
      r`\bprime (?:contractor|provider) model|\bspecial purpose vehicle`,
      r`\b(?:sufficient|adequate|enough) (?:size|scale)\b`,
    ),
  },
  {
    code: 'answer-burden',
    find: anyOf(r`\b(${NUMBER})(?:-word| words?)\b`),
    over: 500,
    also: ANSWERING,
  },
  {
    code: 'answer-burden',
    find: anyOf(r`\b(${NUMBER}) (?:[\w-]+ ){0,3}questions\b`),
    over: 10,
    unless: anyOf(r`\b(?:residents?|survey|asked us|frequently)\b`),
  },
  {
    code: 'answer-burden',
    find: anyOf(r`\b(${NUMBER})(?:-page| (?:A4 )?(?:pages|sides))\b`),
    over: 1,
    also: ANSWERING,
  },
  {
    code: 'answer-burden',
    find: anyOf(r`\b(${NUMBER}) minutes\b`),
    over: 10,
    also: FILLING_IN,
    unless: anyOf(r`\b(?:respond to|arrive|on site|call-?outs?|drive|walk|bus|train)\b`),
  },
  {
    code: 'answer-burden',
    find: anyOf(
      r`\b(?:${NUMBER}|several|a few|half a|a|full) (?:hours?|days?|weeks?)\b.{0,20}\bto (?:complete|fill|answer|write|prepare)\b`,
      r`\b(?:complet\w+|filling|writing|answering|apply\w*|application|form)\b.{0,50}\b(?:takes?|allow|needs?|expect|reckon)\b.{0,25}\b(?:${NUMBER}|several|a few|half a|a|an) (?:hours?|days?|weeks?)\b`,
    ),
    unless: anyOf(r`\b(?:works?|repairs?|installation|project) `),
  },
  {
    code: 'answer-burden',
    find: anyOf(
      r`\b(?:method statements?|business plan|pricing (?:schedule|matrix)|bill of quantities|business case|financial model|full (?:proposal|tender|bid)(?! (?:packs?|documents?|documentation|details?))|cash[- ]?flow forecasts?|gantt chart|risk register|logic model|exit strategy|mobili[sz]ation plan|quality questions|social value (?:response|plan|statement|submission))\b`,
    ),
    also: HAND_IN,
  },
  {
    code: 'answer-burden',
    severity: 'amber',
    find: anyOf(
      r`\b(?:standard )?(?:supplier |pre-?)?(?:selection|suitability|qualification) questionnaires?\b|\bPQQ\b`,
    ),
  },
  {
    code: 'named-solution',
    severity: 'amber',
    find: anyOf(
      r`\b(?:want|need|looking for|seek\w*|develop\w*|build\w*|creat\w+|design\w*|procur\w+|commission\w*|implement\w*|launch\w*|introduc\w+|make|roll out|deliver|supply|provision of)\b.{0,30}?\b(?:an?|the|new|our|its|one)\s(?:[\w-]+ ){0,3}?(?:apps?|platform|portal|website|web site|chatbots?|dashboard|CRM|database|(?:case |asset |waste |fleet )?management system|software)\b`,
    ),
    unless: anyOf(
      r`\be-?tender\w*|\bprocurement via|\bportal view|\b(?:procurement|tender\w*|supplier) portal|\bregister\w*|\bsubmi\w+|\bviewing platform|\bplatform lift`,
    ),
  },
  {
    code: 'named-solution',
    find: /\b(?:Microsoft|Office 365|SharePoint|Google|Salesforce|SAP|Oracle|Zoom|WhatsApp|Facebook|iPads?|iPhones?|Apple|Alexa|Fitbit|Eventbrite|Mailchimp|Power ?BI|Liquidlogic|Mosaic|Civica|Capita|Unit4|Bartec|Whitespace)\b/,
    also: anyOf(
      r`\b(?:must|shall|run on|uses?|using|compatible|integrat\w+|built on|based on|requires?|supply of|provision of|licen[cs]es?|recorded|stored|kept|held|logged|entered|managed (?:in|on|through))\b`,
    ),
    unless: OTHERS_WILL_DO,
  },
  { code: 'named-solution', find: /[\p{L}\d]+\s?[®™]/u, unless: OTHERS_WILL_DO },
  {
    code: 'named-solution',
    find: /\b(?:must|shall|required to|needs? to|has to|have to) (?:use|adopt|work with|work in|run on|record in|licen[cs]e|install) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)? (?:system|platform|app|software|portal|tool|database)\b/,
    unless: OTHERS_WILL_DO,
  },
  {
    code: 'named-solution',
    find: /\b(?:[A-Z][\w&'-]* ){1,4}(?:Ltd|Limited|PLC|plc|LLP|CIC) (?:will|shall|is to|are to) (?:be (?:appointed|awarded|contracted)|deliver|provide|run|supply|continue)\b/,
  },
  {
    code: 'named-solution',
    find: /\b(?:extend|renew|continue|roll over|award)\w*\b.{0,30}\b(?:contract|agreement|arrangement|service)\b.{0,15}\b(?:with|to) (?:the )?(?:[A-Z][\w&'-]* ){1,4}(?:Ltd|Limited|PLC|plc|LLP|CIC)\b/,
  },
  {
    code: 'named-solution',
    find: /\b(?:award\w*|appoint\w*|contracted|delivered|provided|supplied|extension|direct(?:ly)?)\b.{0,50}\b(?:to|with|by|from) (?:the )?(?:[A-Z][\w&'-]* ){1,4}(?:Ltd|Limited|PLC|plc|LLP|CIC)\b/,
    unless: anyOf(r`\bon behalf of\b|\bmanag\w+ by\b|\b(?:was|were|been|contract) awarded\b`),
  },
  {
    code: 'named-solution',
    find: anyOf(
      r`\b(?:incumbent|existing|current) (?:provider|supplier|contractor)\b.{0,30}\b(?:will continue|preferred|is to|to be extended)`,
    ),
  },
  // A notice that nobody else was asked: for a reader to judge, the law allows some of them.
  { code: 'named-solution', severity: 'amber', find: anyOf(r`\bdirect award\b`) },
  {
    code: 'one-lot',
    find: anyOf(
      r`\b(?:single|sole) (?:lead |service )?(?:provider|supplier|contractor|organi[sz]ation|partner|contract|lot|operator|bidder|concessionaire|caterer)\b`,
      r`\b(?:appoint\w*|award\w*|seek\w*|requires?|looking for|want|fund|choose|select|with|to|by) (?:only )?one (?:provider|supplier|contractor|organi[sz]ation|contract|operator|lot)\b`,
      r`\bone (?:prime |lead |main )?(?:provider|supplier|contractor|organi[sz]ation|contract|operator)\b.{0,40}\b(?:all|whole|entire|across|everything)\b`,
    ),
    unlessAnywhere: anyOf(
      r`\b(?:divided|split|broken down|separated) into (?:[\w-]+ )?lots\b|\blots? ?\d|\b(?:two|three|four|five|six|seven|eight|\d+) (?:separate )?lots\b|\b(?:per|each|every|either) lot\b|\bor more (?:providers|suppliers|contractors|contracts)|\bsingle or multi|\bmore than one (?:contract|provider|supplier|contractor)`,
    ),
  },
  {
    code: 'one-lot',
    find: anyOf(
      r`\b(?:not|no)\b.{0,30}\b(?:divided|divide|split|broken|breaking|break)\b.{0,50}\blots\b|\bno lots\b|\bwithout lots\b|\blots: no\b`,
    ),
    saidByNo: true,
  },
]
