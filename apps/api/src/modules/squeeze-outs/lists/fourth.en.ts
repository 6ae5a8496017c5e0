import type { Labelled } from './labelled.ts'

/** Written last, and never used to change a rule. What the published figures are measured on. */
export const FOURTH_EN: readonly Labelled[] = [
  [
    'Tenderers whose turnover in the last financial year was under £1 million need not apply.',
    ['turnover'],
  ],
  ['The authority will check that your turnover exceeds twice the contract value.', ['turnover']],
  ['A healthy reserve of at least three months’ running costs is expected.', ['turnover']],
  ['Groups with no income at all can answer too.', []],
  ['The museum wants to grow its income from visitors.', []],
  ['You must supply audited accounts or your bid will fail.', ['audited-accounts']],
  ['We need to see two sets of externally audited financial statements.', ['audited-accounts']],
  ['An income and expenditure sheet is enough; it need not be audited.', []],
  [
    'Bidders are required to have £10m employer’s liability insurance in place when they submit.',
    ['papers-before-award'],
  ],
  [
    'With your form, send us: your safeguarding policy, your equal opportunities policy and your insurance certificate.',
    ['papers-before-award'],
  ],
  ['Does your organisation have a written health and safety policy?', ['papers-before-award']],
  ['Insurance is something we sort out together once you have been chosen.', []],
  ['The town’s parking policy divides people.', []],
  ['Providers of the carers’ choir must be Safe Contractor approved.', ['unrelated-requirement']],
  [
    'The advice line has to be run by an organisation with an ISO 14001 certificate.',
    ['unrelated-requirement'],
  ],
  ['Because this is a building site, everyone on it wears a hard hat.', []],
  [
    'Small groups can take part only under the wing of an established lead body.',
    ['merging-or-size'],
  ],
  [
    'The applicant should have at least ten employees and offices in each district.',
    ['merging-or-size'],
  ],
  ['We require bidders to set up a special purpose vehicle.', ['merging-or-size']],
  ['Go in together with the group next door if that helps.', []],
  ['The quality section has 16 questions of up to 800 words each.', ['answer-burden']],
  ['Applicants write a 3,000-word proposal with a mobilisation plan.', ['answer-burden']],
  ['It should take you no more than two hours to fill in the questionnaire.', ['answer-burden']],
  ['A film of a minute is as good as a page.', []],
  ['You have until Friday week, which is seven working days, to submit.', ['open-window']],
  [
    'The invitation was issued on 10 September 2026 and the deadline for submissions is 24 September 2026.',
    ['open-window'],
  ],
  ['Closing date: 31 December 2026.', ['open-window']],
  ['Published on 2 February 2026; closes on 13 March 2026.', []],
  ['Payments are made in arrears against agreed outcomes.', ['arrears-only']],
  ['Costs can be reclaimed once the work has been completed and evidenced.', ['arrears-only']],
  ['You get a quarter of the money on the first day.', []],
  ['Expenses only: we do not pay people for coming to the workshops.', ['unpaid-time']],
  [
    'The council will not contribute to the staff time partners put into the design phase.',
    ['unpaid-time'],
  ],
  ['Whoever comes is paid on the day, in cash or in vouchers.', []],
  ['The aim is to commission a digital platform for social prescribing.', ['named-solution']],
  ['Only Elemental or Joy software may be used.', ['named-solution']],
  ['Without a phone signal no app works in the valley.', []],
  ['We are appointing a sole provider for the five towns.', ['one-lot']],
  ['Because it is simpler for us, the work will be let as one contract.', ['one-lot']],
  ['Any number of groups can each take one street.', []],
  [
    'Evidence of three comparable contracts delivered for a local authority is mandatory.',
    ['track-record'],
  ],
  ['Your organisation has been trading for at least three years.', ['track-record']],
  [
    'Have you held a contract of this size before? Give the name of the commissioner.',
    ['track-record'],
  ],
  ['Show us a photograph of what you made.', []],
]
