import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { placeJson } from '../../../test/town.ts'
import { HandOver } from './hand-over.tsx'

const ID = '0192f000-0000-7000-8000-000000000001'
const GRACE = '0192f000-0000-7000-8000-000000000002'
const draft = { id: ID, placeId: '0192f000-0000-7000-8000-000000000003' }

it('Ruth hands her challenge over to Grace and reads that it is done (FR-09)', async () => {
  const sent: unknown[] = []
  const { user } = await renderPage(<HandOver draft={draft} />, {
    words: ['challenges'],
    answers: {
      'GET /places/here': { body: placeJson },
      'GET /desk/colleagues': { body: { items: [{ id: GRACE, name: 'Grace Osei' }] } },
      [`POST /desk/challenges/${ID}/hand-over`]: ({ body }) => {
        sent.push(body)
        return { body: { handedTo: 'Grace Osei' } }
      },
    },
  })
  await user.click(screen.getByText('Hand it over', { selector: 'summary *' }))
  await user.selectOptions(
    await screen.findByLabelText('Who runs it from now on?'),
    await screen.findByRole('option', { name: 'Grace Osei' }),
  )
  await user.click(screen.getByRole('button', { name: 'Hand it over' }))
  expect(await screen.findByText(/Grace Osei runs this challenge now/)).toBeInTheDocument()
  expect(sent).toEqual([{ to: GRACE }])
})
