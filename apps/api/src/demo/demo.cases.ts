import type { ActionKind, Stage } from '@howcanwe/shared/cases'
import type { Database } from '../db/database.ts'
import { record } from '../modules/audit/index.ts'
import {
  brokerActions,
  brokerCaseMoves,
  brokerCases,
  typedEntries,
} from '../modules/cases/cases.table.ts'
import { dayIn, type Ids, idOf } from './demo.ids.ts'

interface Line {
  kind: ActionKind
  daysAgo: number
  minutes: number
  whoAsked: string
  consent?: string
  outcome: string
}
interface DemoCase {
  title: string
  about: { challenge: string } | { organisations: [string] | [string, string] }
  stage: Stage
  next: string
  /** Days from now; negative is late. */
  due: number
  neutrality?: string
  log: readonly Line[]
}

/** What Ines carries: a question with a gap, two who should meet, and a group that needed a hand (BR1). */
const CASES: readonly DemoCase[] = [
  {
    title: 'Nobody reaches people who work nights',
    about: { challenge: 'halls' },
    stage: 'scoping',
    next: 'Ring the night cleaners’ lunch club',
    due: 1,
    log: [
      {
        kind: 'call',
        daysAgo: 3,
        minutes: 20,
        whoAsked: 'Ruth Marsh',
        outcome: 'She wants to know who works at night before she asks anybody else. So do I.',
      },
      {
        kind: 'visit',
        daysAgo: 2,
        minutes: 75,
        whoAsked: '',
        outcome: 'Tea at the depot at five in the morning. Three people would come on a Sunday.',
      },
    ],
  },
  {
    title: 'A hall for the carers on Tuesdays',
    about: { organisations: ['carers', 'homes'] },
    stage: 'managing',
    next: 'Ask both how the second Tuesday went',
    due: -1,
    neutrality: 'My aunt comes to the carers’ group. I keep out of who gets which evening.',
    log: [
      {
        kind: 'introduction',
        daysAgo: 12,
        minutes: 30,
        whoAsked: 'Amina Yusuf',
        consent: 'both said yes on the telephone',
        outcome: 'They met at the hall. Bram has keys to spare, Amina has forty people.',
      },
      {
        kind: 'mediation',
        daysAgo: 5,
        minutes: 40,
        whoAsked: 'Bram',
        outcome: 'Who stacks the chairs: each does it every other week.',
      },
    ],
  },
  {
    title: 'The carers’ group has no printer',
    about: { organisations: ['carers'] },
    stage: 'sustaining',
    next: 'Bring the form on paper',
    due: 6,
    log: [
      {
        kind: 'typed-for',
        daysAgo: 8,
        minutes: 15,
        whoAsked: 'Amina Yusuf',
        consent: 'read back, said yes on the telephone',
        outcome: 'What they can spare, typed while she was on the bus.',
      },
    ],
  },
]

function subjectOf(one: DemoCase, asked: Ids, bodies: Ids) {
  if ('challenge' in one.about)
    return { subjectKind: 'challenge' as const, challengeId: idOf(asked, one.about.challenge) }
  const [first, second] = one.about.organisations
  const organisationId = idOf(bodies, first)
  return second
    ? { subjectKind: 'pair' as const, organisationId, otherOrganisationId: idOf(bodies, second) }
    : { subjectKind: 'organisation' as const, organisationId }
}

async function loadCase(
  tx: Database,
  one: DemoCase,
  of: { placeId: string; ines: string; subject: ReturnType<typeof subjectOf> },
): Promise<void> {
  const { placeId, ines, subject } = of
  const [row] = await tx
    .insert(brokerCases)
    .values({
      ...{ placeId, brokerId: ines, title: one.title, nextAction: one.next },
      ...subject,
      dueOn: dayIn(one.due),
      neutralityNote: one.neutrality ?? '',
      stage: one.stage,
    })
    .returning({ id: brokerCases.id })
  if (!row) throw new Error('insert returned no row')
  const own = { placeId, caseId: row.id }
  await tx.insert(brokerCaseMoves).values({ ...own, toStage: one.stage, movedBy: ines })
  await tx.insert(brokerActions).values(
    one.log.map(({ daysAgo, consent = '', ...line }) => ({
      ...own,
      ...line,
      consentReference: consent,
      happenedOn: dayIn(-daysAgo),
      brokerId: ines,
    })),
  )
  await record(tx, {
    placeId,
    actorId: ines,
    action: 'cases.started',
    subject: { kind: 'case', id: row.id },
    after: { kind: subject.subjectKind },
  })
}

/** Ines has three cases and a log, and typed something for Amina. */
export async function loadCases(
  tx: Database,
  placeId: string,
  asked: Ids,
  persons: Ids,
  bodies: Ids,
): Promise<void> {
  const ines = idOf(persons, 'ines')
  for (const one of CASES)
    await loadCase(tx, one, { placeId, ines, subject: subjectOf(one, asked, bodies) })
  await tx.insert(typedEntries).values({
    placeId,
    organisationId: idOf(bodies, 'carers'),
    what: 'capacity',
    typedBy: ines,
    whoAsked: 'Amina Yusuf',
    told: 'sent',
  })
}
