import type { chartersContract as contract } from '@howcanwe/shared/charters'
import type { GroupState } from '@howcanwe/shared/codesign'
import type { CallArgs } from '@howcanwe/shared/http'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { World } from '../../../test/support.ts'

type Text = CallArgs<typeof contract.write>['body']

export const charterText = (more: Partial<Text> = {}): Text => ({
  rung: 'co-design',
  decides: 'When and where a break is offered',
  shapes: 'How it is booked',
  fixed: 'The budget: full council sets it in March',
  answersBy: 'Ruth, within 20 working days',
  rules: 'One person speaks at a time. What is said here about somebody stays here.',
  meeting: 'Every third Tuesday at Elmside Hall, two hours with a break.',
  expect: 'About three hours a month. Nobody asks about benefits.',
  equality: 'Everybody’s word weighs the same, whatever their job.',
  diversity: 'Carers of all ages; we look for men over 60.',
  access: 'Captions, step-free, and a quiet corner.',
  reciprocity: 'Paid by the hour, fares beforehand, a letter for your CV.',
  ...more,
})

/**
 * A group that has agreed its charter, without walking there: past the guards, which are tested where they stand.
 * Its power statement is that of the group.
 */
export async function convene(
  world: Pick<World, 'db'>,
  groupId: string,
  state: GroupState = 'convened',
): Promise<void> {
  await world.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`
      insert into charters (id, place_id, group_id, version, state, text, written_by, asked_at, agreed_at)
      select ${v7()}, place_id, id, 1, 'agreed', ${JSON.stringify(charterText())}::jsonb
        || jsonb_build_object('rung', rung, 'decides', decides, 'shapes', shapes, 'fixed', fixed, 'answersBy', answers_by),
        facilitator_id, clock_timestamp(), clock_timestamp()
      from groups where id = ${groupId}`)
    await tx.execute(sql`update groups set state = ${state} where id = ${groupId}`)
  })
}
