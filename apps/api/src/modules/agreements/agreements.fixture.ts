import {
  AGREEMENT_TEXTS,
  type Agreement,
  agreementsContract as contract,
} from '@howcanwe/shared/agreements'
import type { Group, Town } from '../joint-interests/joint-interests.fixture.ts'

export const WORDS = {
  title: 'Free evenings in Northgate',
  ...(Object.fromEntries(
    AGREEMENT_TEXTS.map((name) => [name, `What we say of ${name}.`]),
  ) as Record<(typeof AGREEMENT_TEXTS)[number], string>),
  payDays: 14,
}

export const begin = async (town: Town, by: Group, others: readonly Group[]): Promise<Agreement> =>
  (await town.world.as(by.member))(contract.begin, {
    body: {
      organisationId: by.id,
      title: WORDS.title,
      from: 'chosen',
      fromId: null,
      partyIds: others.map((one) => one.id),
    },
  })

export const on = (agreementId: string) => ({ params: { agreementId } })
export const look = async (town: Town, by: Group, id: string): Promise<Agreement> =>
  (await town.world.as(by.member))(contract.read, on(id))

export const write = async (
  town: Town,
  by: Group,
  id: string,
  more: Partial<typeof WORDS> = {},
) => {
  const { version } = await look(town, by, id)
  const call = await town.world.as(by.member)
  return call(contract.write, { ...on(id), body: { ...WORDS, ...more } }, { ifMatch: version })
}

export const BOX = { role: 'We open the hall.', hoursPerMonth: 4, pence: 50_000, advance: true }
export const box = async (town: Town, by: Group, id: string, more: Partial<typeof BOX> = {}) => {
  const { version } = await look(town, by, id)
  const call = await town.world.as(by.member)
  const own = { organisationId: by.id, interests: `${by.name} wants rest.` }
  return call(
    contract.writeBox,
    { ...on(id), body: { ...own, ...BOX, ...more } },
    { ifMatch: version },
  )
}

export const confirm = async (town: Town, by: Group, id: string): Promise<Agreement> => {
  const { version } = await look(town, by, id)
  const call = await town.world.as(by.member)
  const body = { organisationId: by.id }
  return call(contract.confirm, { ...on(id), body }, { ifMatch: version })
}

/** Written, boxes filled, confirmed by both. */
export async function lived(town: Town): Promise<string> {
  const { amina, elders } = town
  const { id } = await begin(town, amina, [elders])
  await write(town, amina, id)
  for (const one of [amina, elders]) await box(town, one, id)
  for (const one of [amina, elders]) await confirm(town, one, id)
  return id
}
