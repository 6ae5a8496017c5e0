import type { Labelled } from './labelled.ts'

/** Written after the first rules and measured on them, then used to widen them. Spent: the fourth list counts now. */
export const SECOND_EN: readonly Labelled[] = [
  [
    'We are only able to contract with bodies whose yearly turnover is double the contract sum.',
    ['turnover'],
  ],
  [
    'Bidders should demonstrate unrestricted reserves covering three months of expenditure.',
    ['turnover'],
  ],
  ['A Creditsafe score under 50 is a fail.', ['turnover']],
  ['Your organisation’s size and income make no difference to us.', []],
  ['The town has lost half its income from the market.', []],
  [
    'Accounts for the last two years, signed off by your auditors, are to be returned with the form.',
    ['audited-accounts'],
  ],
  ['Please upload full audited accounts for 2024 and 2025.', ['audited-accounts']],
  ['If you have no audited accounts, a bank statement will do.', []],
  ['Proof of £5m public liability cover must accompany your bid.', ['papers-before-award']],
  [
    'Applicants need an up-to-date safeguarding policy, a copy of which should be attached.',
    ['papers-before-award'],
  ],
  [
    'Have ready your health and safety policy and employers’ liability certificate, as the form asks you to upload them.',
    ['papers-before-award'],
  ],
  ['We take out insurance for every group in the team, so you need not have any.', []],
  ['Policies come later: only the groups we choose are asked, and we help to write them.', []],
  [
    'All bidders for the bereavement café must be Constructionline Gold members.',
    ['unrelated-requirement'],
  ],
  ['The counselling provider will hold ISO 9001 accreditation.', ['unrelated-requirement']],
  [
    'Community choirs applying for this money must submit a carbon reduction plan.',
    ['unrelated-requirement'],
  ],
  ['The scaffolders working on the tower need CSCS cards.', []],
  [
    'We will fund one consortium only, so smaller charities should find a larger partner to join.',
    ['merging-or-size'],
  ],
  ['Applicants must employ a minimum of 15 people.', ['merging-or-size']],
  [
    'The lead organisation takes on all financial liability and needs to have the cash flow for it.',
    ['merging-or-size'],
  ],
  ['Joint answers are welcome and so are answers from one group.', []],
  ['There are 28 questions, some of which allow up to 1,000 words.', ['answer-burden']],
  [
    'Your proposal (10 pages at most) should include a delivery plan and Gantt chart.',
    ['answer-burden'],
  ],
  ['Shortlisted groups are invited for a cup of tea and a talk of half an hour.', []],
  [
    'You will need to register on our portal, complete the standard selection questionnaire and price the schedule of rates.',
    ['answer-burden'],
  ],
  ['Fill in five boxes; most people are done in eight minutes.', []],
  ['The closing date for applications is noon on 24 December 2026.', ['open-window']],
  ['Quotations are due back five working days from the date of this email.', ['open-window']],
  [
    'This notice was published on 5 May 2026 and applications close on 19 May 2026.',
    ['open-window'],
  ],
  ['Repairs should be finished within ten working days of being reported.', []],
  ['We pay invoices at the end of the project, when all milestones are met.', ['arrears-only']],
  ['Grant claims are made in arrears against defrayed expenditure.', ['arrears-only']],
  ['You invoice us for the first three months on the day we sign.', []],
  ['Participants in the design days receive a certificate but no payment.', ['unpaid-time']],
  ['Staff time spent in the meetings is to be given in kind.', ['unpaid-time']],
  ['We cannot reimburse the cost of taking part.', ['unpaid-time']],
  ['Unpaid carers are who we most want to hear from.', []],
  [
    'The chosen organisation will roll out the MyTown Connect app in every surgery.',
    ['named-solution'],
  ],
  [
    'We intend to extend the contract with Harbour Homes Ltd for the new service.',
    ['named-solution'],
  ],
  ['All case notes are to be recorded in Liquidlogic.', ['named-solution']],
  ['How can we help people without the internet to see their doctor?', []],
  [
    'We want one organisation to hold all the services, from advice to transport to meals.',
    ['one-lot'],
  ],
  ['There will be one contract for the whole of the county.', ['one-lot']],
  ['You can put yourself forward for any part: the lunches, the lifts or the phone line.', []],
  [
    'Bidders must show they have held at least two contracts worth over £200,000.',
    ['track-record'],
  ],
  ['Name two clients we can ring for a reference.', ['track-record']],
  [
    'The project manager should have ten years of experience in local government.',
    ['track-record'],
  ],
  ['Newcomers are as welcome as those who have done this for years.', []],
  ['After fifteen years of cuts the youth club has one room left.', []],
]
