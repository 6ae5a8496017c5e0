import { anyOf, NUMBER, type Pattern } from './pattern.ts'

const r = String.raw
/** Asked later, of those who were chosen: as it should be (FR-03). */
const LATER = anyOf(
  r`\bby the (?:day|time|date|start|first)\b|\bby (?:contract )?(?:start|commencement)`,
  r`\bbefore (?:the |any )?(?:work|works|project|contract|service|delivery)\b.{0,25}\b(?:starts?|begins?|commences?)`,
  r`\b(?:prior to|on|from|at) (?:the )?(?:contract )?(?:commencement|start)\b`,
  r`\b(?:if|when|once|after) (?:you are|you're|they are|it is)? ?(?:chosen|selected|appointed|successful|awarded|offered)`,
  r`\bsuccessful (?:bidder|tenderer|applicant|organi[sz]ation|supplier|contractor|provider|partner|compan)`,
  r`\bpreferred (?:bidder|supplier|provider|partner)`,
  r`\b(?:on|upon|after|following|at the point of|at) (?:the )?(?:contract )?award\b`,
  r`\b(?:organi[sz]ations?|those|groups?|partners?) (?:that are |who are )?chosen\b`,
  r`\bwilling to (?:take out|obtain|get)|\bcommit(?:ment)? to (?:obtain|tak)|\bcan lend\b|\bwe (?:will )?(?:hold|provide|have|take out|pay for|arrange)\b.{0,20}\binsurance`,
  r`\b(?:only|later)\b.{0,30}\b(?:chosen|choose|selected)|\bcome later\b|\binsurance (?:advice|claims?|brok\w+|companies)`,
)
const POLICY = anyOf(
  r`\b(?:safeguarding|equalit\w+|diversity|health (?:and|&) safety|data protection|GDPR|privacy|environmental|sustainability|quality|whistle-?blowing|complaints|recruitment|modern slavery|confidentiality|lone working|business continuity|hard hat|anti[- ]?bribery|written|your|its) (?:[\w&,]+ ){0,6}polic(?:y|ies)\b`,
)
const HAVE = r`(?:already )?(?:have|hold|carry|provide|submit|show|evidence|upload|enclose|supply|possess|attach|demonstrate)`
const DEMAND = r`\b(?:must|shall|required to|needs? to|have to|should)`
const INSURANCE = r`\b(?:insurances?|indemnity cover|(?:public|employers?'?s?|professional|products?|third[- ]party) (?:liability|indemnity))\b`
const ASKED = anyOf(
  r`\b(?:must|shall|should|required|requires?|needs?|mandatory|essential|minimum|have to|certified|accredited|accreditation|hold|carry|supply|provide|evidence|with your)\b`,
)
const BUILDING = anyOf(
  r`\b(?:construct\w*|build(?:er|ers|ing)\b(?= (?:work|site|firm))|scaffold\w*|brickwork|plumb\w+|electrician\w*|building (?:works?|sites?|repairs?)|demolition|refurbish\w*|roof\w*|install\w*|highways?|civil engineering|drainage|asbestos|solar|boilers?|retrofit|landfill|tree (?:works?|surgery)|grounds maintenance|waste|planned maintenance|repairs?)\b`,
)

/** Papers before award, unrelated requirements, track record: 3, 4 and 12 of FR-02. */
export const EN_PAPERS: readonly Pattern[] = [
  {
    code: 'papers-before-award',
    find: anyOf(
      r`${DEMAND} ${HAVE}\b.{0,80}${INSURANCE}`,
      r`\b(?:evidence|cop(?:y|ies)|certificates?|proof|details) of\b.{0,60}${INSURANCE}`,
      r`${INSURANCE}.{0,60}\b(?:must|shall|is required|are required|required|mandatory|minimum|at least|not less than|be (?:uploaded|enclosed|provided|attached|submitted))\b`,
      r`\b(?:do|does|have|has) (?:you|your organi[sz]ation)\b[^?]{0,60}${INSURANCE}`,
      r`\binsurance certificates?\b`,
      r`\b(?:upload|attach|enclose|accompan\w+|submit|return|send|provide)\b.{0,100}${INSURANCE}`,
      r`${INSURANCE}.{0,100}\b(?:upload|attach|enclose|accompan\w+|submit|return|with your|in place|held|already)\b`,
    ),
    unless: LATER,
  },
  {
    code: 'papers-before-award',
    find: anyOf(
      r`\b(?:enclose|attach|submit|upload|supply|provide|include|send(?: us)?|cop(?:y|ies) of|produce|evidence of)\b.{0,100}\bpolic(?:y|ies)\b`,
      r`${DEMAND} ${HAVE}\b.{0,100}\bpolic(?:y|ies)\b`,
      r`\b(?:needs?|requires?|without)\b.{0,40}\bpolic(?:y|ies)\b`,
      r`\bpolic(?:y|ies)\b.{0,80}\b(?:upload|attach|enclose|submit|return|send|with your)\w*\b`,
      r`\b(?:do|does) (?:you|your organi[sz]ation) (?:already )?have\b[^?]{0,60}\bpolic(?:y|ies)\b`,
      r`\bpolic(?:y|ies)\b.{0,40}\b(?:must be|to be|should be|be) (?:uploaded|enclosed|provided|attached|submitted|supplied)`,
    ),
    also: POLICY,
    unless: LATER,
  },
  {
    code: 'unrelated-requirement',
    find: anyOf(
      r`\bhard[- ]hats?\b|\bCSCS\b|\bSMSTS\b|\bCHAS\b|\bConstruction ?line\b|\bSafe ?Contractor\b|\bSSIP\b|\bworking at heights? (?:policy|training|certificat\w+)`,
    ),
    also: ASKED,
    unlessAnywhere: BUILDING,
  },
  {
    code: 'unrelated-requirement',
    find: anyOf(
      r`\bISO ?14001\b|\benvironmental management (?:system|accreditation|certificat\w+)|\bEMAS\b|\bcarbon reduction plan\b|\bnet[- ]zero (?:plan|statement|strategy)`,
    ),
    also: ASKED,
    unlessAnywhere: anyOf(
      BUILDING.source,
      r`\b(?:recycl\w*|energy|manufactur\w*|fleet|fuel|vehicles?|chemicals?|electricity|gas)\b`,
    ),
  },
  {
    code: 'unrelated-requirement',
    find: anyOf(r`\bISO ?9001\b|\bquality management (?:system|certificat\w+)`),
    also: ASKED,
    unlessAnywhere: anyOf(
      BUILDING.source,
      r`\b(?:manufactur\w*|engineer\w*|laborator\w+|equipment|vehicles?|testing)\b`,
    ),
  },
  {
    code: 'unrelated-requirement',
    find: anyOf(r`\bISO ?27001\b|\bcyber essentials\b`),
    also: ASKED,
    unlessAnywhere: anyOf(
      r`\b(?:personal data|software|case records|digital|networks?|systems?|online|hosting|databases?|IT)\b`,
    ),
  },
  {
    code: 'unrelated-requirement',
    find: anyOf(r`\boperator'?s'? licen[cs]e|\bfleet (?:management )?polic\w+|\btachograph`),
    also: ASKED,
    unlessAnywhere: anyOf(
      r`\b(?:transport\w*|vehicles?|haul\w*|collections?|mini-?bus\w*|waste|lorr\w+|coach\w*|bus(?:es)?|drivers?)\b`,
    ),
  },
  {
    code: 'unrelated-requirement',
    find: anyOf(r`\bmodern slavery (?:statement|polic\w+)`),
    also: ASKED,
    unless: anyOf(
      r`£36|36 million|\bif (?:the law|you are|required)|where (?:required|applicable)`,
    ),
  },
  {
    code: 'track-record',
    find: anyOf(
      r`\b(?:${NUMBER}|written|client|satisfactory|recent|suitable|professional) (?:references|referees|testimonials)\b`,
      r`\b(?:references|referees|testimonials) (?:from|for|of) (?:[\w'-]+ ){0,4}(?:contracts?|clients?|customers?|projects?|employers?|commissioners?|organi[sz]ations?)`,
      r`\b(?:provide|supply|submit|include|give|attach|take up)\b.{0,30}\breferences\b(?! to)`,
      r`\b${NUMBER}\s?\+?\s*(?:or more )?years?'?\s(?:of )?(?:[\w-]+ ){0,3}(?:experience|track record|trading|history)\b`,
      r`\bexperience (?:of|in)\b.{0,60}\b(?:at least|minimum(?: of)?|more than) ${NUMBER} years`,
      r`\b(?:similar|comparable|previous|past|relevant|${NUMBER})\b.{0,30}\b(?:contracts|projects|case studies|commissions)\b.{0,60}\b(?:in|within|over|during|from) the (?:last|past|previous) ${NUMBER} years`,
      r`\b(?:have|has|having|had) (?:previously |already |successfully )*(?:held|delivered|completed|managed|run|won)\b.{0,30}\b(?:contracts?|commissions?)\b`,
      r`\b(?:clients?|customers?|commissioners?|funders?|organi[sz]ations?)\b.{0,20}\b(?:we can|we may|whom we|for us) (?:to )?(?:ring|call|contact|speak|ask)`,
      r`\bfor a reference\b|\b(?:contact )?details of\b.{0,30}\b(?:previous|former|current|past) (?:clients?|customers?|commissioners?|funders?)`,
      r`\btrad(?:ing|ed) for\b.{0,25}${NUMBER} years`,
      r`\bhave you (?:ever |already |previously )?(?:delivered|held|managed|run)\b[^?]{0,50}\bcontracts?`,
      r`\b(?:must|shall) have (?:previously |already |successfully )*(?:delivered|held|managed|run|completed)\b.{0,40}\b(?:contracts?|projects?|services?)`,
    ),
    unless: anyOf(
      r`\blived experience|practice cards?|terms of reference|reference number|\bexperience as an? (?:\w+ )?(?:carer|parent|patient|tenant|neighbour|resident)`,
    ),
  },
  {
    code: 'track-record',
    severity: 'amber',
    find: anyOf(
      r`\btrack record\b`,
      r`\bdemonstrat\w+\b.{0,60}\bexperience\b.{0,30}\bsimilar`,
      r`\b(?:proven|demonstrable|demonstrated|substantial|extensive|significant) (?:[\w-]+ ){0,2}experience\b`,
      r`\b(?:examples?|case studies|details|evidence) of\b.{0,30}\b(?:similar|previous|comparable|past|relevant|recent) (?:contracts?|work|projects?|services?|experience)`,
    ),
    unless: anyOf(r`\blived experience|practice cards?|own words`),
  },
]
