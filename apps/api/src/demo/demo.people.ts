import type { Role } from '@howcanwe/shared/identity'

export interface DemoPerson {
  key: string
  name: string
  email: string
  role?: Exclude<Role, 'member'>
  organisation?: string
  /** One line for the terminal: what to try as this person. */
  tries: string
}

/** The people of the demo (`product-spec.md` §3). Their domains cannot exist, so no letter can ever reach anyone. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    key: 'ruth',
    name: 'Ruth Marsh',
    email: 'ruth@council.example',
    role: 'commissioner',
    organisation: 'council',
    tries: 'commissioner: write a challenge, answer a question, read answers, choose',
  },
  {
    key: 'ines',
    name: 'Ines Carvalho',
    email: 'ines@voluntary-action.example',
    role: 'broker',
    tries: 'broker: see who fits and invite them',
  },
  {
    key: 'amina',
    name: 'Amina Yusuf',
    email: 'amina@carers.example',
    organisation: 'carers',
    tries: 'a carers’ group of nine volunteers: say what you can spare, answer in ten minutes',
  },
  {
    key: 'dele',
    name: 'Dele Adeyemi',
    email: 'dele@brightside.example',
    organisation: 'youth',
    tries: 'a youth charity of £240,000 a year',
  },
  {
    key: 'yusuf',
    name: 'Yusuf Demir',
    email: 'yusuf@voluntary-action.example',
    role: 'facilitator',
    tries: 'facilitator: who joined, and what they need to take part',
  },
  {
    key: 'grace',
    name: 'Grace Osei',
    email: 'grace@health.example',
    role: 'commissioner',
    organisation: 'health',
    tries: 'commissioner at the health body',
  },
  {
    key: 'joan',
    name: 'Joan Mercer',
    email: 'joan@voluntary-action.example',
    role: 'steward',
    tries: 'steward: say who has which role, take the record along',
  },
  {
    key: 'maya',
    name: 'Maya Lindqvist',
    email: 'maya@members.example',
    role: 'elected-member',
    tries: 'elected member: sponsors a question from residents by name',
  },
  {
    key: 'farid',
    name: 'Farid Haddad',
    email: 'farid@foundation.example',
    role: 'funder',
    tries: 'funder: named in the open, sees what everybody sees',
  },
  {
    key: 'cleo',
    name: 'Cleo Hart',
    email: 'cleo@council.example',
    role: 'finance-clerk',
    tries: 'finance clerk: approve what people are paid, take the payment file',
  },
]
