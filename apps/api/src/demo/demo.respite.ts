/** Who answered the respite question, and what they were told. */
export const RESPITE_ANSWERS = [
  {
    key: 'carers',
    chosen: true,
    why: 'We are the people this is about. Nine of us meet every week and know who has not slept.',
    reason: 'You know the carers nobody else reaches, and you said so in their own words.',
  },
  {
    key: 'lunch',
    chosen: true,
    why: 'People we cook for are cared for by someone who never sits down. We have a hall on weekdays.',
    reason: 'A hall on weekdays and 55 people who trust you are where a first try can start.',
  },
  {
    key: 'minds',
    chosen: true,
    why: 'Half of the carers who come to us come because a break was cancelled.',
    reason: 'You can tell us soon whether a break that holds changes how people sleep.',
  },
  {
    key: 'homes',
    chosen: true,
    why: 'We have two empty guest flats and no rule that says who may use them.',
    reason: 'Two guest flats are the fastest test we were offered, and you would change the rule.',
  },
  {
    key: 'university',
    chosen: true,
    why: 'Our students plan rotas for a living. We would like to learn how carers plan theirs.',
    reason: 'You come from another sector and will publish what goes wrong as well.',
  },
  {
    key: 'care',
    chosen: false,
    why: 'We run respite in eleven towns and can add this one.',
    reason:
      'Your answer brings beds, but it starts from your existing service rather than from what carers here asked for. Please talk with the team in spring about the two empty beds.',
  },
  {
    key: 'youth',
    chosen: false,
    why: 'Young carers come to our evenings. We would bring six of them.',
    reason:
      'Young carers matter here and you reach them; the other answers covered more of the night-time carers this question names. Ines would like to help you ask a question of your own.',
  },
] as const

export const RESPITE_STATEMENT =
  'Seven organisations answered. We read every answer against the three published criteria, first alone and then together with two carers. Five start now: three local groups, a housing association and the university. Everyone who answered has been told why.'
