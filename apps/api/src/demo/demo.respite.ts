/** Who answered the respite question, and what they were told. */
export const RESPITE_ANSWERS = [
  {
    key: 'carers',
    chosen: true,
    why: 'We are the people this is about. Nine of us meet every week and know who has not slept.',
    reason: 'You know the carers nobody else reaches, and you said so in their own words.',
    criteria: [
      {
        position: 0,
        sentence: 'Nine carers meet at your table every week, and they bring others along.',
      },
      {
        position: 2,
        sentence: 'You will tell it in Somali and English, and that reaches two groups we do not.',
      },
    ],
    step: 'start-with-team',
    note: 'Ruth rings you this week about a first evening in your own room.',
    rating: 5,
  },
  {
    key: 'lunch',
    chosen: true,
    why: 'People we cook for are cared for by someone who never sits down. We have a hall on weekdays.',
    reason: 'A hall on weekdays and 55 people who trust you are where a first try can start.',
    criteria: [
      {
        position: 0,
        sentence:
          '55 people eat with you, and many of them are cared for by somebody who comes along.',
      },
      {
        position: 1,
        sentence: 'Your hall is free on weekdays, so a first try needs no lease and no builder.',
      },
    ],
    step: 'start-with-team',
    note: 'The first evening is in your hall, if Tuesday suits you.',
    rating: 4,
  },
  {
    key: 'minds',
    chosen: true,
    why: 'Half of the carers who come to us come because a break was cancelled.',
    reason: 'You can tell us soon whether a break that holds changes how people sleep.',
    criteria: [
      {
        position: 0,
        sentence: 'Half of those who come to you come because a break was cancelled.',
      },
      {
        position: 2,
        sentence: 'You ask the same six questions every time, so we can see what changes.',
      },
    ],
    step: 'start-with-team',
    note: 'Bring the six questions to the first evening, please.',
    rating: 5,
  },
  {
    key: 'homes',
    chosen: true,
    why: 'We have two empty guest flats and no rule that says who may use them.',
    reason: 'Two guest flats are the fastest test we were offered, and you would change the rule.',
    criteria: [
      {
        position: 1,
        sentence: 'Two furnished flats can be slept in tomorrow, once your rule allows it.',
      },
      {
        position: 2,
        sentence: 'You offered to write down the new rule so that other landlords can copy it.',
      },
    ],
    step: 'start-with-team',
    note: 'Ines brings your housing officer and two carers together in May.',
    rating: 4,
  },
  {
    key: 'university',
    chosen: true,
    why: 'Our students plan rotas for a living. We would like to learn how carers plan theirs.',
    reason: 'You come from another sector and will publish what goes wrong as well.',
    criteria: [
      {
        position: 1,
        sentence: 'Your term begins in September, which is late; the rota class can start in May.',
      },
      {
        position: 2,
        sentence: 'You publish what goes wrong as well, and that is rarer than it should be.',
      },
    ],
    step: 'start-with-team',
    note: 'Your first task is one rota, with one family, on paper.',
    rating: 3,
  },
  {
    key: 'care',
    chosen: false,
    why: 'We run respite in eleven towns and can add this one.',
    reason:
      'Your answer brings beds, but it starts from your existing service rather than from what carers here asked for. Please talk with the team in spring about the two empty beds.',
    criteria: [
      {
        position: 0,
        sentence: 'You know respite well, but no carer of this town had a hand in your answer.',
      },
      {
        position: 1,
        sentence: 'The beds are ready, and a first guest could come within four weeks.',
      },
    ],
    step: 'keep-in-touch',
    note: 'Ruth rings you in spring, when the team has two empty beds to fill.',
    rating: 3,
  },
  {
    key: 'youth',
    chosen: false,
    why: 'Young carers come to our evenings. We would bring six of them.',
    reason:
      'Young carers matter here and you reach them; the other answers covered more of the night-time carers this question names. Ines would like to help you ask a question of your own.',
    criteria: [
      {
        position: 0,
        sentence:
          'Six young carers trust you enough to come along, and we have not met them before.',
      },
      {
        position: 1,
        sentence: 'Your evenings fall in the hours when night-time carers are at work.',
      },
    ],
    step: 'meet-broker',
    note: 'Ines has kept Thursday at four free, to help you ask a question of your own.',
    rating: 4,
  },
] as const

export const RESPITE_STATEMENT =
  'Seven organisations answered. We read every answer against the three published criteria, first alone and then together with two carers. Five start now: three local groups, a housing association and the university. Everyone who answered has been told why.'
