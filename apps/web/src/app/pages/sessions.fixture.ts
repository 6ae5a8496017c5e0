const id = (n: number) => `01a203ba-0000-7000-8000-${String(n).padStart(12, '0')}`
export const GROUP = id(1)
export const SESSION = id(2)
export const MEMBER = id(3)
export const NEED = id(4)
export const ITEM = id(5)

/** A session in ten days, as Mr Okafor sees it on his telephone. */
export const session = (more: object = {}) => ({
  id: SESSION,
  groupId: GROUP,
  groupName: 'A break you can plan on',
  state: 'announced',
  startsAt: new Date(Date.now() + 10 * 86_400_000).toISOString(),
  endsAt: new Date(Date.now() + 10 * 86_400_000 + 7_200_000).toISOString(),
  venue: 'Elmside Hall',
  address: '1 Mill Lane',
  gettingThere: 'Bus 12',
  stepFree: true,
  link: null,
  breaks: 'Tea after an hour',
  paidMinutes: 180,
  capacity: 2,
  seatsLeft: 2,
  coming: { residents: 0, organisations: 0, 'public-bodies': 0, maybe: 0, waiting: 0 },
  cancelledLate: false,
  cancelledWhy: '',
  facilitator: { name: 'Yusuf', phone: '020 7946 0120' },
  runs: false,
  me: {
    bloc: 'residents',
    reply: null,
    brings: false,
    place: null,
    remind: 'two-days',
    needs: [{ id: NEED, state: 'arranged', fromJoining: false }],
  },
  agenda: {
    items: [
      {
        id: ITEM,
        title: 'Sundays',
        minutes: 20,
        purpose: 'talk',
        bloc: 'residents',
        mine: true,
        fellOff: false,
        movedFrom: null,
        mayDecide: false,
      },
    ],
    off: [],
    publishedAt: null,
    missing: 0,
    third: 7,
    returned: 0,
    returnedByMe: false,
  },
  papersDueAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
  papers: [],
  notes: null,
  notesDueAt: null,
  notesSharedAt: null,
  notesLate: false,
  outcomes: [],
  felt: {
    mine: null,
    open: false,
    until: new Date(Date.now() + 17 * 86_400_000).toISOString(),
    shown: null,
  },
  ...more,
})

export const plan = (more: object = {}) => ({
  people: [
    {
      memberId: MEMBER,
      firstName: 'Mr Okafor',
      reference: 'PLUM-47',
      bloc: 'residents',
      organisation: '',
      reply: 'yes',
      brings: true,
      came: null,
    },
  ],
  needs: [{ id: NEED, memberId: MEMBER, state: 'stated', fromJoining: false, open: true }],
  rings: [
    {
      memberId: MEMBER,
      firstName: 'Mr Okafor',
      contact: 'Ask at the library',
      about: 'changed',
      rung: false,
    },
  ],
  draftNotes: '',
  ...more,
})
