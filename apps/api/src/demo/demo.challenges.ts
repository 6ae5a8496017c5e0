import type { Draft } from '@howcanwe/shared/challenges'

export interface DemoChallenge extends Partial<Draft> {
  key: string
  slug: string
  by: 'ruth' | 'grace'
  areas: string[]
  /** Days from today. */
  openedDaysAgo: number
  closesInDays: number
}

export const CRITERIA = [
  {
    name: 'Knows the people',
    goodLooksLike: 'People already come to you and trust you.',
    weight: 40,
  },
  { name: 'Could start soon', goodLooksLike: 'A first small try within six weeks.', weight: 30 },
  {
    name: 'Shares what it learns',
    goodLooksLike: 'Others could copy it, also what went wrong.',
    weight: 30,
  },
]

/** Three questions that are open, and one that found its cohort (`product-spec.md` Annex D). */
export const CHALLENGES: readonly DemoChallenge[] = [
  {
    key: 'halls',
    slug: 'keep-halls-open-when-people-are-free',
    by: 'ruth',
    areas: ['Northgate', 'Elmside', 'Riverside'],
    openedDaysAgo: 12,
    closesInDays: 23,
    state: 'open',
    question: 'How can we keep halls open when people are free?',
    summary:
      'Most of our eleven community halls close at six and all weekend. Those are the hours when people who work, care or study could use them. Keys, caretaking and insurance are in the way, not a lack of wishes.',
    themes: ['community-spaces', 'children-young-people', 'sport-play'],
    whyNow:
      'Two halls lost their evening caretaker this year. In the spring survey, 412 of 640 people said they would use a hall after six if it were open.',
    whoIsAffected:
      'About 3,000 people a week use our halls in the daytime. Young people, shift workers and carers mostly cannot.',
    leastServed: 'Young people in Riverside, who have no indoor place to meet after six',
    outcome: 'I can meet my friends indoors on a weekday evening, and I know who has the key.',
    tried: [
      {
        what: 'Paid caretakers until ten, 2023',
        result: 'It cost £38,000 for two halls and stopped when the money did.',
      },
      {
        what: 'Volunteer key-holders in Waterkwartier',
        result: 'It works in four halls there. We have not asked them how.',
      },
    ],
    outcomeBy: 'Young people at the Riverside session, 14 October',
    organisationBenefit: 'Halls earn evening rent, and groups stop hiring a pub’s back room.',
    prevention: 'before-it-starts',
    innovation: 'adapt',
    eligibility: ['Do you already do something with people in the evening or at weekends?'],
    notAtRisk: 'The daytime groups keep their hours and their price.',
    constraints: [
      {
        kind: 'legal',
        what: 'Two trained people must know the fire plan while a hall is open.',
        flex: 'fixed',
      },
      { kind: 'money', what: 'The caretaking budget is set until April.', flex: 'fixed' },
      { kind: 'time', what: 'The ten o’clock closing rule is our own habit.', flex: 'can-bend' },
    ],
    participationPence: 400_000,
    backfillPence: 900_000,
    testsPence: 600_000,
    accessPence: 150_000,
    officerHours: 80,
    otherOffer: 'The halls themselves, and the head of property at every second meeting.',
    payHourlyPence: 2500,
    payWhen: 'Within five working days of each session',
    route: 'learning-cohort',
    criteria: CRITERIA,
    hoursPerMonth: 10,
    cohortSize: 5,
    expectedInterests: 20,
  },
  {
    key: 'medicine',
    slug: 'wait-for-medicine-without-losing-half-a-day',
    by: 'grace',
    areas: ['Elmside', 'Mill Lane'],
    openedDaysAgo: 4,
    closesInDays: 31,
    state: 'open',
    question: 'How can we wait for medicine without losing half a day?',
    summary:
      'People queue at the pharmacy, are told to come back, and queue again. Some lose a morning of pay. It started with one man counting his Tuesdays; fourteen neighbours added theirs.',
    themes: ['health', 'older-people', 'transport'],
    whyNow:
      'One of three pharmacies in Elmside closed in June. The other two now see 190 more people a day.',
    whoIsAffected: 'Some 5,200 people with a repeat prescription in Elmside and Mill Lane.',
    leastServed: 'People who lip-read and cannot hear their name called',
    outcome: 'I know before I leave home whether my medicine is ready.',
    tried: [
      {
        what: 'A text message when it is ready, 2024',
        result:
          'It was sent when the order came in, not when it could be fetched, so people still waited.',
      },
    ],
    outcomeBy: 'Mr Okafor, and fourteen neighbours who counted along',
    prevention: 'early-signs',
    innovation: 'adapt',
    eligibility: ['Do you know people in Elmside or Mill Lane who fetch medicine each month?'],
    notAtRisk: 'Nobody has to use a phone or an app to get their medicine.',
    constraints: [
      { kind: 'data', what: 'Who takes which medicine stays inside the pharmacy.', flex: 'fixed' },
      { kind: 'time', what: 'Delivery rounds could change from January.', flex: 'can-bend' },
    ],
    participationPence: 250_000,
    backfillPence: 600_000,
    testsPence: 300_000,
    accessPence: 120_000,
    officerHours: 40,
    otherOffer: 'A pharmacist for half a day a month.',
    payHourlyPence: 2500,
    payWhen: 'Within five working days of each session',
    route: 'learning-cohort',
    criteria: CRITERIA,
    hoursPerMonth: 8,
    cohortSize: 4,
    expectedInterests: 12,
  },
  {
    key: 'nightbus',
    slug: 'get-home-after-the-late-shift',
    by: 'ruth',
    areas: ['Riverside', 'Northgate'],
    openedDaysAgo: 20,
    closesInDays: 9,
    state: 'open',
    question: 'How can we get home safely after the late shift?',
    summary:
      'The last bus leaves the hospital and the warehouses ten minutes before the shift ends. People walk, pay for a cab, or turn the job down.',
    themes: ['transport', 'safety-justice', 'employment-skills'],
    whyNow:
      'The hospital moved its shift change to 22:15 in September. The timetable did not move.',
    whoIsAffected: 'Around 700 people who finish after ten, most of them women.',
    leastServed: 'Agency cleaners, who have no staff car park and no taxi account',
    outcome: 'I can take a late shift without being afraid of the way home.',
    tried: [
      {
        what: 'We looked and found nothing here',
        result: 'We asked the hospital, three warehouses and the bus company.',
      },
    ],
    outcomeBy: 'Cleaners at the hospital, in their own canteen',
    prevention: 'early-signs',
    innovation: 'adopt',
    notAtRisk: 'The early buses stay as they are.',
    constraints: [
      { kind: 'money', what: 'There is no new subsidy for buses.', flex: 'fixed' },
      {
        kind: 'politics',
        what: 'Street lighting hours are being reviewed by members.',
        flex: 'unknown',
      },
    ],
    participationPence: 200_000,
    backfillPence: 500_000,
    testsPence: 400_000,
    accessPence: 80_000,
    officerHours: 50,
    otherOffer: 'The transport planner for two days, and shift data of the hospital.',
    payHourlyPence: 2500,
    payWhen: 'Within five working days of each session',
    route: 'learning-cohort',
    criteria: CRITERIA,
    hoursPerMonth: 8,
    cohortSize: 5,
    expectedInterests: 10,
  },
  {
    key: 'respite',
    slug: 'make-a-break-from-caring-something-you-can-plan-on',
    by: 'ruth',
    areas: ['Northgate', 'Elmside', 'Mill Lane'],
    openedDaysAgo: 190,
    closesInDays: -150,
    state: 'formed',
    question: 'How can we make a break from caring something you can plan on?',
    summary:
      'Carers rarely know before Friday whether they have Saturday off. A break that may be cancelled is not a break.',
    themes: ['carers', 'older-people', 'mental-health'],
    whyNow: 'Emergency respite cost twice the planned budget last year.',
    whoIsAffected:
      'About 900 unpaid carers known to the council, and probably four times as many who are not.',
    leastServed: 'Carers who speak little English and carers who work nights',
    outcome: 'I can plan a day off three weeks ahead and count on it.',
    tried: [
      { what: 'A booking line, 2022', result: 'It was busy in the hours when carers could ring.' },
    ],
    outcomeBy: 'Carers of the Saturday club',
    prevention: 'in-crisis',
    innovation: 'adapt',
    notAtRisk: 'The Saturday club stays as it is.',
    constraints: [
      {
        kind: 'money',
        what: 'The respite budget is set by full council each February.',
        flex: 'fixed',
      },
    ],
    participationPence: 300_000,
    backfillPence: 900_000,
    testsPence: 450_000,
    accessPence: 150_000,
    officerHours: 60,
    otherOffer: 'Two respite beds that are empty on weekdays.',
    payHourlyPence: 2500,
    payWhen: 'Within five working days of each session',
    route: 'learning-cohort',
    criteria: CRITERIA,
    hoursPerMonth: 10,
    cohortSize: 5,
    expectedInterests: 18,
  },
]
