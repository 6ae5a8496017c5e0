import { registerEntry } from '../../../test/register-entry.ts'
import type { World } from '../../../test/support.ts'

let districts = 500

/** A town with a broker, an open question, Amina's group, and an entry of the register. */
export async function decidingTown({ seed, db }: Pick<World, 'seed' | 'db'>) {
  const lad = `E09000${++districts}`
  const here = await seed.place({ ladCodes: [lad] })
  const ines = await seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  const ruth = await seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
  const amina = await seed.person({ name: 'Amina' })
  const challengeId = await seed.openChallenge({ place: here, commissioner: ruth })
  const group = await seed.organisation({ place: here, name: 'Night Carers', members: [amina] })
  const entry = await registerEntry(db, { areas: [lad] })
  return { here, ines, ruth, amina, challengeId, group, entry }
}
