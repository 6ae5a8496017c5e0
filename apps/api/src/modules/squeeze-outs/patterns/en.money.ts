import { anyOf, type Pattern } from './pattern.ts'

const r = String.raw
const ORG = r`organi[sz]ations?|applicants?|charit(?:y|ies)|bidders?|tenderers?|suppliers?|groups?`
const TURNOVER = r`\b(?:turnover|(?:annual|yearly|your|its) income|(?:${ORG}) with an? (?:annual )?income)\b`
const ENOUGH = r`(?:at least|no less than|not less than|of [£€]|over [£€]|above [£€]|exceed\w*|in excess of|more than [£€]|greater than|minimum|equal to|twice|double|\d(?:\.\d)?\s?(?:x|times)\b)`
const NOT_OF_AN_ORGANISATION = anyOf(
  r`(?:staff|employee|workforce|volunteer|tenan\w+) turnover`,
  r`turnover of (?:staff|volunteers|tenants|residents)`,
  r`(?<!\b(?:not|no) )\b(?:less than|below|under|up to|smaller than|no more than)\b`,
  r`reserves the right|reserves to|(?:nature|game|forest|marine) reserves?`,
)
const ADVANCE = anyOf(
  r`\b(?:paid|pay|payments?|instal?ment|half|third|quarter|%|grant|funding)\b.{0,40}\b(?:in advance|up[- ]?front|on signing|at the (?:very )?start)`,
  r`\badvance payments?|\bpayments? in advance`,
)
const NO_PAY_HERE = anyOf(
  r`\b(?:rent|tenan\w+|mortgage|council tax|utility|debts?|bills?)\b`,
  r`\bin advance\b|up[- ]?front|advance payment`,
)
const TAKING_PART = anyOf(
  r`\b(?:attend\w*|workshops?|sessions?|meetings?|panels?|tak(?:e|es|ing) part|particip\w*|roles?|time|hours|staff|days?|involve\w*|residents?|partners?|members?)\b`,
)

/** Turnover, accounts, payment in arrears, unpaid time: 1, 2, 8 and 9 of FR-02. */
export const EN_MONEY: readonly Pattern[] = [
  {
    code: 'turnover',
    find: anyOf(
      r`${TURNOVER}.{0,50}?${ENOUGH}`,
      r`\b(?:minimum|required) (?:annual |yearly )?(?:turnover|income)\b`,
      r`\bturnover (?:threshold|requirement|test)`,
      r`\b(?:apply|eligible|qualify|bidders?|applicants?|organi[sz]ations?|suppliers?|must|need)\b.{0,50}\b(?:an? )?(?:annual |yearly )?income (?:of )?${ENOUGH}`,
      r`(?:at least|minimum(?: of)?|no less than|not less than|in excess of|exceeding)\s[£€]?\s?[\d.,]+\s?(?:k|m|million|thousand)?.{0,30}\b(?:turnover|annual income)`,
      r`\b(?:state|give|provide|tell us|what (?:is|was)|enter|confirm|declare|evidence of|details of)\b.{0,40}\bturnover\b`,
      r`\b(?:free |unrestricted |cash |financial )?reserves\b.{0,40}\b(?:at least|worth|equivalent|equal|of [£€]|months|minimum|no less)`,
      r`\b(?:at least|minimum|hold|holds|have|expect|require\w*)\b.{0,40}\b(?:free|unrestricted|cash|financial) reserves`,
      r`\bnet (?:assets|worth)\b.{0,40}\b(?:at least|minimum|positive|exceed\w*)`,
      r`\bfinancial (?:standing|viability|robustness) (?:test|threshold|check|assessment|requirement)s?`,
    ),
    unless: NOT_OF_AN_ORGANISATION,
  },
  {
    code: 'turnover',
    find: anyOf(
      r`\bcredit (?:score|rating|check|report)s?\b|\bDun (?:&|and) Bradstreet|\bCreditsafe\b|\bExperian\b`,
    ),
  },
  {
    code: 'turnover',
    find: anyOf(
      r`\b(?:turnover|income|reserves)\b.{0,30}\b(?:below|under|less than|lower than)\b.{0,60}\b(?:not be|cannot|can't|excluded|rejected|ineligible|fail|disqualified|need not)`,
    ),
    saidByNo: true,
  },
  {
    code: 'audited-accounts',
    find: anyOf(
      r`\baudited\b[^.;]{0,40}\b(?:accounts?|statements?|figures|balance sheets?)`,
      r`\b(?:accounts?|financial statements?)\b[^.;]{0,30}\baudited\b`,
      r`\bauditor'?s'? (?:report|certificate|opinion)`,
      r`\b(?:accounts?|figures|statements?)\b.{0,60}\b(?:signed off|certified|approved|prepared|checked) by (?:an? |your |the )?(?:[\w-]+ ){0,2}(?:auditors?|accountants?)\b`,
    ),
    unless: anyOf(
      r`independent(?:ly)? examin|whichever|\bor (?:certified|management|unaudited|other)`,
      r`\b(?:if|where|when) (?:the law|you are|you already|available|required|applicable|they are|it is)`,
      r`\bonly (?:needed|required|if)\b|\balready (?:asks?|requires?|have to)|required by law`,
      r`\bopen[- ]book\b`,
      r`\b(?:council|authority|government)(?:'s)? (?:own )?accounts|\b(?:our|its) own accounts`,
    ),
  },
  {
    code: 'arrears-only',
    find: anyOf(
      r`\b(?:pa(?:y|id|ys|yments?|ying)|payable|invoic\w+|claims?|funding|grant|instal?ments?|reimburse\w*|fees?)\b.{0,60}\bin arrears\b`,
      r`\bin arrears\b.{0,40}\b(?:payments?|paid|invoic\w+)`,
      r`\b(?:paid|payable|payments? (?:will be |is |are )?(?:made|released)|released|reimbursed)\b.{0,30}\b(?:after|on|upon|once|following|when)\b.{0,50}\b(?:completion|completed?|final report|outcomes?|delivery of|delivered|evaluation|achieved|approved|signed[- ]off)`,
      r`\bpa(?:yments?|id) (?:by|on) results|\bnothing (?:is paid )?until\b|\boutcomes?[- ]based payments?`,
      r`\b(?:pay|paid|payments?|invoices?|money|grant|funding)\b.{0,50}\b(?:at|until) the end of (?:the )?(?:project|programme|contract|work|year|pilot|term)`,
      r`\b(?:pay|paid|payments?|money|grant|funding|released)\b.{0,40}\b(?:when|once|until|after)\b.{0,40}\b(?:milestones?|targets?|outputs?|work|project)\b.{0,20}\b(?:met|done|complete\w*|finished|over|reached)`,
      r`\b(?:re)?claim\w*\b.{0,40}\b(?:costs?|expenditure|spend|money)\b.{0,30}\b(?:after|once|retrospectively|at the end)`,
      r`\b(?:paid|payments?|claims?) (?:is |are |will be )?retrospective`,
    ),
    unless: NO_PAY_HERE,
    unlessAnywhere: ADVANCE,
  },
  {
    code: 'unpaid-time',
    find: anyOf(
      r`\bunpaid\b|\bunremunerated\b|\b(?:on a )?voluntary basis\b|\bexpenses only\b|\bpro bono\b`,
      r`\b(?:given|giving|provided|contributed?|offered|donated?|supplied) (?:in kind|free of charge|for free|for nothing|without charge)\b`,
      r`\b(?:attend|take part|join)\b.{0,30}\b(?:free of charge|for free|for nothing|without charge)\b`,
      r`\b(?:donat\w+|volunteer|give up) (?:your|their|its|some) time\b`,
      r`\b(?:giv\w+|offer\w*|contribut\w+|lend\w*)\b.{0,40}\b(?:in kind|free of charge|for free|for nothing|without charge|unpaid)\b`,
    ),
    also: TAKING_PART,
    unless: anyOf(r`\bunpaid (?:care\w*|work\w*|rent|bills?|invoices?|debts?|fines?)`),
  },
  {
    code: 'unpaid-time',
    find: anyOf(
      r`\bnot (?:be )?(?:paid|remunerated|reimbursed|compensated) for\b.{0,40}\b(?:time|attend\w*|tak(?:e|ing) part|involve\w*|meetings?|workshops?)`,
      r`\b(?:but|and|with|receive|receives|gets?|is|are|for) no (?:fees?|payments?|pay|money|reward|remuneration)\b`,
      r`\bno (?:fees?|payments?|pay|reimbursement|remuneration|backfill|compensation|budget|money|funding)\b.{0,40}\b(?:offered|available|paid|made|provided|for (?:the )?(?:your|their|time|hours|childcare|cover|travel|attend\w*|residents|tak(?:e|ing) part|staff|partners?))`,
      r`\b(?:cannot|can't|will not|not able to|unable to|does not|do not|won't) (?:pay|fund|cover|reimburse|meet)\b.{0,50}\b(?:time|hours|attendance|attending|participation|participants|backfill|cover|taking part|involvement)`,
    ),
    also: TAKING_PART,
    saidByNo: true,
  },
  {
    code: 'unpaid-time',
    find: anyOf(
      r`\b(?:at|meets?|bears?|carr(?:y|ies)|pays?) (?:for )?(?:their|your|its|the \w+'s?) own (?:costs?|expenses?)\b`,
    ),
    also: anyOf(
      r`\b(?:attend\w*|workshops?|sessions?|meetings?|panels?|tak(?:e|es|ing) part|participat\w*|partners?|residents?)\b`,
    ),
  },
  {
    code: 'unpaid-time',
    severity: 'amber',
    find: anyOf(
      r`\b(?:not|nor) (?:be |accept )?(?:liable|responsible|liability) for\b.{0,60}\b(?:costs?|expenses|expenditure)\b`,
      r`\b(?:at|meets?|bears?|carr(?:y|ies)|pays?) (?:for )?(?:their|your|its|the \w+'s?) own (?:costs?|expenses?)\b`,
    ),
    also: anyOf(
      r`\b(?:tender\w*|bids?|bidders?|applications?|applicants?|submissions?|proposals?|prepar\w+|quot\w+|procurement)\b`,
    ),
    saidByNo: true,
  },
]
