import type { World } from '../../../test/support.ts'

let districts = 100

/** A town of its own for each test, so that nobody else's organisations stand in its list: one question, one broker. */
export async function askingTown({ seed }: Pick<World, 'seed'>) {
  const lad = `E09000${++districts}`
  const here = await seed.place({ ladCodes: [lad] })
  const ines = await seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  const ruth = await seed.person({
    name: 'Ruth',
    roles: [{ placeId: here.id, role: 'commissioner' }],
  })
  const challengeId = await seed.openChallenge({
    place: here,
    commissioner: ruth,
    question: 'How can we make a break from caring something you can plan on?',
    summary: 'Respite is offered late; carers cancel weekends.',
    whoIsAffected: 'About 900 unpaid carers, many of them Somali.',
    leastServed: 'Carers who work nights',
  })
  return { lad, here, ines, ruth, challengeId }
}
