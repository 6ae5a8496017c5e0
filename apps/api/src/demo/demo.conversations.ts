import { and, asc, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Database } from '../db/database.ts'
import { groupMembers, groups } from '../modules/codesign/codesign.table.ts'
import {
  groupThreads,
  messageFiles,
  threadMessages,
} from '../modules/conversations/conversations.table.ts'
import { moderationActs } from '../modules/conversations/moderation.table.ts'
import { daysAgo, type Ids, idOf } from './demo.ids.ts'
import { theWayIn } from './demo.picture.ts'

const TITLE = 'How do you get home after eight?'
const WAY_IN = 'The lunch club from the street: a ramp on the left, the green door on the right'

/** Who says what: a member by their number at the table, or whoever runs the group. */
const SAID: readonly { by: number | 'yusuf'; words: string; typed?: true; picture?: true }[] = [
  {
    by: 0,
    words:
      'The last bus 12 leaves Mill Lane at ten to eight. I cannot come on Tuesdays if I have to walk back in the dark. Who else?',
  },
  {
    by: 1,
    words: 'I can drive three people. I live by the station and go round by Riverside anyway.',
  },
  {
    by: 2,
    typed: true,
    words:
      'I do not like to ask the same person each week. Can it be a list, so that nobody has to say please?',
  },
  {
    by: 'yusuf',
    picture: true,
    words:
      'I looked at it this morning. The ramp is wide enough for two chairs. The taxi firm on Church Road would wait at the green door at eight: £6 to anywhere in Elmside. We can pay that as an expense.',
  },
  { by: 1, words: 'Then I drive when I am there and the taxi comes when I am not.' },
  { by: 0, words: 'Thank you. Then I can come.' },
]
const ADVERT = 'My cousin sells stair lifts, ring him and say you know me.'

interface Table {
  placeId: string
  groupId: string
  members: readonly string[]
  yusuf: string
}

const whoOf = ({ members, yusuf }: Table, by: number | 'yusuf') => {
  const memberId = by === 'yusuf' ? null : (members[by] ?? null)
  return { memberId, authorId: memberId ? null : yusuf }
}

async function addPicture(tx: Database, table: Table, messageId: string): Promise<void> {
  const { placeId, groupId } = table
  const { data, width, height } = await theWayIn()
  const facts = { kind: 'image' as const, name: 'the way in.webp', alt: WAY_IN, width, height }
  const id = v7()
  const row = { id, placeId, groupId, ...whoOf(table, 'yusuf'), ...facts, data, size: data.length }
  await tx.insert(messageFiles).values(row)
  await tx.update(messageFiles).set({ messageId }).where(eq(messageFiles.id, id))
}

async function talk(tx: Database, table: Table): Promise<void> {
  const { placeId, groupId, yusuf } = table
  const about = { placeId, groupId, title: TITLE, lang: 'en' }
  const [thread] = await tx.insert(groupThreads).values(about).returning({ id: groupThreads.id })
  if (!thread) throw new Error('insert returned no row')
  const put = async (by: number | 'yusuf', words: string, typed = false) => {
    const id = v7()
    const how = typed ? { typedBy: yusuf, saidBy: 'phone' as const } : {}
    const row = { id, placeId, groupId, threadId: thread.id, ...whoOf(table, by), words, ...how }
    await tx.insert(threadMessages).values({ ...row, lang: 'en', showBloc: false, key: v7() })
    return id
  }
  for (const { by, words, typed, picture } of SAID) {
    const id = await put(by, words, typed)
    if (picture) await addPicture(tx, table, id)
  }
  const hidden = await put(3, ADVERT)
  await tx.insert(moderationActs).values({
    ...{ placeId, groupId, act: 'hidden', messageId: hidden, authorId: yusuf, reason: 'advert' },
    sentence: 'We agreed not to sell each other things here. I rang about it.',
  })
}

/** Lets the days pass in which they wrote: only whoever owns the tables can, by lifting the guards meanwhile. */
async function spread(tx: Database, { groupId }: Table): Promise<void> {
  const tables = [sql`thread_messages`, sql`group_threads`, sql`moderation_acts`]
  for (const table of tables) await tx.execute(sql`alter table ${table} disable trigger user`)
  const since = daysAgo(4).toISOString()
  await tx.execute(sql`
    update thread_messages m set created_at = ${since}::timestamptz + o.turn * interval '7 hours'
    from (select id, row_number() over (order by id) as turn from thread_messages where group_id = ${groupId}) o
    where o.id = m.id`)
  await tx.execute(sql`update group_threads t set last_at = (select max(m.created_at) from thread_messages m
    where m.thread_id = t.id), created_at = ${since} where t.group_id = ${groupId}`)
  await tx.execute(sql`update moderation_acts set created_at = ${since}::timestamptz + interval '51 hours'
    where group_id = ${groupId}`)
  for (const table of tables) await tx.execute(sql`alter table ${table} enable trigger user`)
}

/** One conversation of the respite group, with a picture, a typed answer and one line in the moderation log. */
export async function loadConversations(
  tx: Database,
  placeId: string,
  persons: Ids,
): Promise<void> {
  const [group] = await tx
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.placeId, placeId), eq(groups.name, 'A break you can plan on')))
  if (!group) return
  const members = await tx
    .select({ id: groupMembers.id })
    .from(groupMembers)
    .where(and(eq(groupMembers.groupId, group.id), eq(groupMembers.bloc, 'residents')))
    .orderBy(asc(groupMembers.reference))
  const ids = members.map(({ id }) => id)
  const table = { placeId, groupId: group.id, members: ids, yusuf: idOf(persons, 'yusuf') }
  await tx.execute(sql`set constraints all immediate`)
  await talk(tx, table)
  await spread(tx, table)
  await nameLead(tx, placeId, idOf(persons, 'ines'))
}

/** Ines reads safeguarding concerns here, named by a steward, as long as the guards find her fit. */
const nameLead = (tx: Database, placeId: string, leadId: string) =>
  tx.execute(sql`
    insert into safeguarding_leads (id, place_id, number, lead_id, phone, hours, named_by)
    select ${v7()}::uuid, ${placeId}::uuid, 1, ${leadId}::uuid, '020 7946 0118', 'Monday to Friday, 9 to 5', r.person_id
    from role_grants r where r.place_id = ${placeId} and r.role = 'steward' and r.scope_kind = 'place' and role_is_live(r)
      and may_lead_safeguarding(${placeId}::uuid, ${leadId}::uuid) limit 1`)
