import { codesignContract } from '@howcanwe/shared/codesign'
import { decisionsContract as contract } from '@howcanwe/shared/decisions'
import { expect, it } from 'vitest'
import { startWorld } from '../../../test/support.ts'
import { loadDemo } from '../../demo/demo.load.ts'

it('in the demo town the respite group has kept its phone line, and decides about Tuesdays', async () => {
  const world = await startWorld()
  try {
    await world.db.transaction(loadDemo)
    const { rows } = await world.db.execute<{ id: string }>(
      "select id from groups where name = 'A break you can plan on'",
    )
    const groupId = rows[0]?.id ?? ''
    const shown = await world.anyone(contract.published, { params: { groupId } })
    expect(
      shown.items.map(({ state, versions }) => [state, ...versions.map(({ result }) => result)]),
    ).toEqual([
      ['open', null],
      ['decided', 'consented', 'not-consented'],
    ])
    expect(shown.items[1]).toMatchObject({
      versions: [{ number: 2 }, {}],
      review: { outcome: null },
    })
    expect(shown.items[1]?.objections).toHaveLength(1)
    const { rows: counts } = await world.db.execute(
      'select 1 from decision_counts c where yes + no + aside <> members or members < 4',
    )
    expect(counts).toEqual([])
    const group = await world.anyone(codesignContract.read, { params: { groupId } })
    expect(group.name).toBe('A break you can plan on')
  } finally {
    await world.close()
  }
}, 60_000)
