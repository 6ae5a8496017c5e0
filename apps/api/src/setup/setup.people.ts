import { and, eq, isNull, sql } from 'drizzle-orm'
import { record } from '../modules/audit/index.ts'
import { people, roleGrants, sessions } from '../modules/identity/identity.table.ts'
import { nameIfMissing } from '../modules/identity/index.ts'
import { memberships } from '../modules/organisations/organisations.table.ts'
import { endMemberships, endRoles } from './setup.ending.ts'
import { folded } from './setup.rules.ts'
import type { Run } from './setup.run.ts'
import type { GrantedRole, SetupFile } from './setup.schemas.ts'

type Person = SetupFile['people'][number]
type Ids = ReadonlyMap<string, string>

/**
 * The people of this file, their roles and the body they belong to. Whoever holds more than the file says is named,
 * and with `--end-missing` holds it no longer.
 *
 * @param bodies ids by folded name
 */
export async function putPeople(run: Run, placeId: string, bodies: Ids): Promise<void> {
  const holds = new Set<string>()
  const belongs = new Set<string>()
  for (const person of run.file.people) {
    const personId = await putPerson(run, placeId, person)
    for (const role of new Set(person.roles)) {
      holds.add(`${personId} ${role}`)
      await grant(run, { placeId, personId, role, name: person.name })
    }
    const body = person.of ? bodies.get(folded(person.of)) : undefined
    if (!body || !person.of) continue
    belongs.add(`${personId} ${body}`)
    await join(run, { placeId, personId, organisationId: body, name: person.name, of: person.of })
    if (person.roles.includes('broker')) run.say('brokerOfBody', person.name, person.of)
  }
  await endRoles(run, placeId, holds)
  await endMemberships(run, placeId, bodies, belongs)
}

async function putPerson(run: Run, placeId: string, { name, email }: Person): Promise<string> {
  const { tx, file, say } = run
  const [made] = await tx
    .insert(people)
    .values({ displayName: name, email, language: file.place.languages[0] ?? 'en' })
    .onConflictDoNothing({ target: people.email })
    .returning({ id: people.id })
  const trail = (
    id: string,
    action: 'identity.person-added' | 'identity.changed',
    after?: object,
  ) =>
    record(tx, {
      placeId,
      actorId: null,
      action,
      subject: { kind: 'person', id },
      after: { ...after },
    })
  if (made) {
    await trail(made.id, 'identity.person-added')
    return made.id
  }
  const [row] = await tx.select().from(people).where(eq(people.email, email))
  if (!row) throw new Error('a person was there and is not')
  if (row.displayName === null) {
    await nameIfMissing(tx, row.id, name)
    await trail(row.id, 'identity.changed', { fields: ['displayName'] })
    say('personNamed', email, name)
  } else if (row.displayName !== name) say('nameDiffers', email, row.displayName)
  return row.id
}

/**
 * Grants a role. Whoever gets one signs in again, because a sign-in with a role lasts hours and without one a month
 * (`trust.md` §4.5).
 */
async function grant(
  { tx, say }: Run,
  given: { placeId: string; personId: string; role: GrantedRole; name: string },
): Promise<void> {
  const { placeId, personId, role, name } = given
  const [made] = await tx
    .insert(roleGrants)
    .values({ placeId, personId, role })
    .onConflictDoNothing()
    .returning({ id: roleGrants.id })
  if (!made) return
  await tx
    .update(sessions)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt)))
  await record(tx, {
    placeId,
    actorId: null,
    action: 'identity.role-granted',
    subject: { kind: 'person', id: personId },
    after: { role },
  })
  say('roleGranted', name, role)
}

async function join(
  { tx, say }: Run,
  given: { placeId: string; personId: string; organisationId: string; name: string; of: string },
): Promise<void> {
  const { placeId, personId, organisationId, name, of } = given
  const isLed =
    (await tx.$count(
      memberships,
      and(eq(memberships.organisationId, organisationId), eq(memberships.lead, true)),
    )) > 0
  const [made] = await tx
    .insert(memberships)
    .values({ placeId, organisationId, personId, lead: !isLed })
    .onConflictDoNothing()
    .returning({ lead: memberships.lead })
  if (!made) return
  await record(tx, {
    placeId,
    actorId: null,
    action: 'organisations.member-added',
    subject: { kind: 'organisation', id: organisationId },
    after: { personId, lead: made.lead },
  })
  say('memberNew', name, of)
}
