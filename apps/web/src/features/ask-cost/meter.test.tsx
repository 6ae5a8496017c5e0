import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import type { Language } from '../../lib/i18n.ts'
import { AskMeter, type AskMeterProps, type AskRates } from './meter.tsx'

const rates: AskRates = {
  minutesPerAnswer: 10,
  applicantHourlyPence: 2000,
  panelHourlyPence: 3500,
  source: 'Place policy',
  asOf: '2026-04-01',
}
const open = (props: Partial<AskMeterProps> = {}, language: Language = 'en') =>
  renderPage(<AskMeter rates={rates} answers={30} offerPence={500_000} {...props} />, {
    language,
    words: ['ask-cost'],
    answers: { 'GET /places/here': { status: 404, body: {} } },
  })

describe('the price tag of an ask (FR-01)', () => {
  it('says hours and pounds in a sentence, a word and a share (T3)', async () => {
    await open()
    expect(
      screen.getByText(
        '30 answers take 5 hours of other people’s time, which costs £100. Reading them takes 6 hours, which costs £210.',
      ),
    ).toBeVisible()
    expect(screen.getByText('Heavy')).toBeVisible()
    expect(screen.getByText('Together £310: 6.2% of the £5,000 on offer.')).toBeVisible()
  })

  it('says in public why it asks too much, and only then', async () => {
    await open({ offerPence: 100_000, reason: 'A court needs it in writing.' })
    expect(screen.getByText('Too heavy')).toBeVisible()
    expect(screen.getByText(/A court needs it in writing/)).toBeVisible()
  })

  it('keeps a reason to itself that is no longer needed', async () => {
    await open({ offerPence: 900_000, reason: 'A court needs it in writing.' })
    expect(screen.getByText('Light')).toBeVisible()
    expect(screen.queryByText(/A court needs it/)).toBeNull()
  })

  it('shows how it counted, with the date and source of what an hour costs', async () => {
    const { user } = await open()
    await user.click(screen.getByText('How we counted'))
    expect(screen.getByText('An answer: 10 minutes at £20 an hour.')).toBeVisible()
    expect(
      screen.getByText('Reading: 3 people, 4 minutes for each answer, at £35 an hour.'),
    ).toBeVisible()
    expect(screen.getByText(/Place policy, 1 April 2026/)).toBeVisible()
  })

  it('counts hours where the place has set no rates, and makes up no pounds', async () => {
    await open({ rates: null })
    expect(screen.getByText(/30 answers take 5 hours/)).toBeVisible()
    expect(screen.getByText(/in hours only/)).toBeVisible()
    expect(screen.queryByText(/£/)).toBeNull()
  })

  it('does not divide by nothing', async () => {
    await open({ offerPence: 0 })
    expect(screen.getByText('Together £310, and there is no money on offer yet.')).toBeVisible()
    expect(screen.getByText('Too heavy')).toBeVisible()
  })

  it('waits until somebody says how many answers they expect', async () => {
    await open({ answers: null })
    expect(screen.getByText(/Say how many answers you expect/)).toBeVisible()
  })

  it('changes while somebody types, and says so', async () => {
    await open({ live: true })
    expect(screen.getByRole('status')).toHaveTextContent('Together £310')
  })

  it('speaks Dutch', async () => {
    await open({}, 'nl')
    expect(screen.getByText('Zwaar')).toBeVisible()
    expect(screen.getByText(/Samen £ ?310/)).toBeVisible()
  })
})
