import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { type Answers, renderPage } from '../../test/render.tsx'
import { CARERS_ID, signedIn } from '../../test/town.ts'
import { FundedBy } from './funded-by.tsx'

const grant = {
  id: '018f0000-0000-7000-8000-000000000031',
  funder: 'Elm Foundation',
  says: 'Elm Foundation',
  title: 'A kitchen for carers',
  currency: 'GBP',
  amountPence: 1_500_000,
  awardedOn: '2014-06-10',
  licence: 'CC BY 4.0',
}
const open = (items: object[], more: object = {}) => {
  const answers: Answers = {
    ...signedIn(),
    [`GET /organisations/${CARERS_ID}/funding`]: { body: { items } },
  }
  return renderPage(<FundedBy organisationId={CARERS_ID} />, {
    answers,
    hadSession: true,
    ...more,
  })
}

it('Amina reads who says they funded her group, and that it plays no part in matching', async () => {
  await open([grant])
  expect(
    await screen.findByText(/Funded by Elm Foundation, GBP 15,000 in 2014, says Elm Foundation\./),
  ).toBeInTheDocument()
  expect(screen.getByText('A kitchen for carers')).toBeInTheDocument()
  expect(screen.getByText(/plays no part/)).toBeInTheDocument()
})

it('a group of which no funder says anything sees nothing of it', async () => {
  const { container } = await open([])
  expect(container.querySelector('details')).toBeNull()
})
