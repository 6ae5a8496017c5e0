import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { type Answers, renderPage } from '../../test/render.tsx'
import { CARERS_ID, signedIn } from '../../test/town.ts'
import { PublishedOf } from './published-of.tsx'

const grant = {
  id: '018f0000-0000-7000-8000-000000000031',
  funder: 'Elm Foundation',
  says: 'Elm Foundation',
  title: 'A kitchen for carers',
  currency: 'GBP',
  amountPence: 1_500_000,
  awardedOn: '2014-06-10',
  licence: 'CC BY 4.0',
  notOurs: false,
}
const lunch = {
  id: '018f0000-0000-7000-8000-000000000032',
  name: 'Tuesday lunch',
  description: 'Soup, bread and company.',
  status: 'active',
  url: 'https://elmside.example/lunch',
  email: null,
  phone: '020 7946 0001',
  minimumAge: 18,
  maximumAge: null,
  areas: ['Elmside'],
  organisation: 'Elmside Carers',
  source: {
    file: 'directory.json',
    licence: 'OGL 3.0',
    changedOn: '2025-03-15',
    readAt: '2026-11-01T09:00:00.000Z',
  },
}
const SERVICES = `/organisations/${CARERS_ID}/services`
const none = { body: { items: [], can: { say: true } } }
const open = (items: object[], more: Answers = {}) => {
  const answers: Answers = {
    ...signedIn(),
    [`GET /organisations/${CARERS_ID}/funding`]: { body: { items, can: { say: true } } },
    [`GET ${SERVICES}`]: none,
    ...more,
  }
  return renderPage(<PublishedOf organisationId={CARERS_ID} />, {
    answers,
    hadSession: true,
  })
}

it('Amina reads who says they funded her group, and that it plays no part in matching', async () => {
  await open([grant])
  expect(
    await screen.findByText(/Funded by Elm Foundation, £15,000 in 2014, says Elm Foundation\./),
  ).toBeInTheDocument()
  expect(screen.getAllByText('A kitchen for carers')).not.toHaveLength(0)
  expect(screen.getByText(/plays no part/)).toBeInTheDocument()
})

it('a group of which no funder says anything sees nothing of it', async () => {
  const { container } = await open([])
  expect(container.querySelector('details')).toBeNull()
})

it('Amina reads what directories say her group runs, who says so since when, and says that it is not them', async () => {
  const sent: unknown[] = []
  const ours = (notOurs: boolean) => ({
    body: { items: [{ service: lunch, notOurs }], can: { say: true } },
  })
  const { user } = await open([], {
    [`GET ${SERVICES}`]: ours(false),
    [`PUT ${SERVICES}/${lunch.id}`]: ({ body }) => {
      sent.push(body)
      return ours(true)
    },
  })
  await user.click(await screen.findByText('What open directories say you run (1 service)'))
  expect(screen.getByText('Tuesday lunch', { selector: 'strong' })).toBeInTheDocument()
  expect(screen.getByText(/aged 18 and over\. In Elmside\./)).toBeInTheDocument()
  expect(screen.getByText(/directory\.json.*15 March 2025.*OGL 3\.0/)).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'elmside.example/lunch' })).toHaveAttribute(
    'href',
    lunch.url,
  )
  await user.click(screen.getByRole('button', { name: 'This is not us Tuesday lunch' }))
  expect(await screen.findByText('You said: not us')).toBeInTheDocument()
  expect(sent).toEqual([{ ours: false }])
})

it('a broker reads that they say it is not theirs, and says nothing for them', async () => {
  await open([], {
    [`GET /organisations/${CARERS_ID}/funding`]: {
      body: { items: [{ ...grant, notOurs: true }], can: { say: false } },
    },
  })
  expect(await screen.findByText('They say: not us')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /not us/ })).not.toBeInTheDocument()
})
