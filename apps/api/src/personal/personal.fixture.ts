import { identityContract as contract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { someId, type World } from '../../test/support.ts'
import { town } from '../modules/codesign/codesign.fixture.ts'

/** Somebody with a canary in every word that is theirs. */
export async function leaver(world: World, name = `canary${someId().slice(-6)}`) {
  const t = await town(world)
  const email = `${name}@example.org`
  const id = await world.seed.person({ name: `Ms ${name}`, email, phone: '+447700900111' })
  const call = await world.as(id)
  const erase = (word = 'erase') => call(contract.erase, { body: { word } })
  return { ...t, name, email, id, call, erase }
}

export const interest = async (
  world: World,
  placeId: string,
  challengeId: string,
  organisation: string,
  by: string,
) => {
  const id = someId()
  await world.db.execute(sql`
    insert into interests (id, place_id, challenge_id, organisation_id, why, bring_note, hours_per_month, need_note,
      together, together_with, conflict, conflict_note, submitted_by, received_at)
    values (${id}, ${placeId}, ${challengeId}, ${organisation}, 'We know them.', '', 12, '', 'alone', '', false, '', ${by},
      clock_timestamp())`)
  return id
}
