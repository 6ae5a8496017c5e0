/** Co-design groups to join, in the plainest words of the product. */
export const GROUPS = [
  {
    challenge: 'halls',
    joinCode: 'maple-otter',
    name: 'Evenings in the hall',
    rung: 'co-design' as const,
    places: 12,
    about:
      'We look at three halls together. We say who should have a key, and what would make us come.',
    decides: 'Which hall is tried first, and on which evenings.',
    shapes: 'Who holds the keys and how you book.',
    fixed: 'Two trained people must know the fire plan. The caretaking budget is set until April.',
    answersBy: 'Ruth Marsh, for the council, within 20 working days.',
    youGet:
      'Your fares and childcare are paid first. You also get £25 an hour for your time, if you want it.',
    sessions: [
      {
        inDays: 8,
        hourUtc: 18,
        venue: 'Corn Exchange rehearsal room',
        address: 'Exchange Street, Riverside',
        gettingThere: 'Bus 12 stops outside. The door is on the left, with a lamp.',
        stepFree: true,
      },
      {
        inDays: 22,
        hourUtc: 18,
        venue: 'Corn Exchange rehearsal room',
        address: 'Exchange Street, Riverside',
        gettingThere: 'Bus 12 stops outside. The door is on the left, with a lamp.',
        stepFree: true,
      },
    ],
  },
  {
    challenge: 'medicine',
    joinCode: 'lemon-thistle',
    name: 'Waiting for medicine',
    rung: 'co-production' as const,
    places: 10,
    about:
      'We follow one prescription from the doctor to the door. We change what makes people wait.',
    decides: 'What is tried at the two pharmacies, together with the pharmacists.',
    shapes: 'How you are told that it is ready.',
    fixed: 'Who takes which medicine stays inside the pharmacy.',
    answersBy: 'Grace Osei, for the health partnership, within 20 working days.',
    youGet:
      'Your fares are paid first. You also get £25 an hour for your time, if you want it. There are captions on a screen.',
    sessions: [
      {
        inDays: 11,
        hourUtc: 14,
        venue: 'St Anne’s hall',
        address: 'Church Road, Elmside',
        gettingThere: 'Five minutes on foot from Elmside station. Tea from half past one.',
        stepFree: true,
      },
    ],
  },
]
