import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { placeJson } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'
import { problem } from './groups.fixture.ts'

const requestId = '018f0000-0000-7000-8000-000000000009'

/** A visitor on the sign-in page; what was asked for is written down. */
async function visit(more: { texts?: boolean; answer?: Answers[string]; language?: 'nl' } = {}) {
  const { texts = true, answer, language = 'en' } = more
  const asked: unknown[] = []
  const drawn = await renderPage(<AppRoutes />, {
    answers: {
      'GET /places/here': { body: { ...placeJson, texts } },
      'POST /auth/sign-in':
        answer ??
        (({ body }) => {
          asked.push(body)
          return { body: { requestId, minutes: 10 } }
        }),
    },
    at: paths.signIn(),
    language,
  })
  return { ...drawn, asked }
}

const box = () => screen.findByLabelText('Your email address or mobile number')
const press = () => screen.getByRole('button', { name: 'Send me the digits' })

describe('Amina, who has no email, signs in', () => {
  it('with her number in the one field there is, and reads that a text is on its way', async () => {
    const { user, asked } = await visit()
    await user.type(await box(), ' 07700 900123')
    await user.click(press())
    expect(await screen.findByLabelText('The six digits in the text')).toHaveAttribute(
      'autocomplete',
      'one-time-code',
    )
    expect(screen.getByRole('status')).toHaveTextContent('a text to 07700 900123')
    expect(asked).toEqual([{ phone: '07700 900123', sharedComputer: false, language: 'en' }])
  })

  it('in Dutch', async () => {
    const { user, asked } = await visit({ language: 'nl' })
    await user.type(await screen.findByLabelText('Je e-mailadres of mobiele nummer'), '06 00000001')
    await user.click(screen.getByRole('button', { name: 'Stuur mij de cijfers' }))
    expect(await screen.findByLabelText('De zes cijfers uit de sms')).toBeVisible()
    expect(asked).toMatchObject([{ phone: '06 00000001', language: 'nl' }])
  })
})

describe('the one field', () => {
  it('takes whatever has an @ for an address', async () => {
    const { user, asked } = await visit()
    await user.type(await box(), 'dele@example.org')
    await user.click(press())
    expect(await screen.findByLabelText('The six digits in the email')).toBeVisible()
    expect(asked).toEqual([{ email: 'dele@example.org', sharedComputer: false, language: 'en' }])
  })

  it.each(['dele', 'dele@', '07700 9o0123', '123'])(
    'says what it wants instead of %s',
    async (typed) => {
      const { user, asked } = await visit()
      await user.type(await box(), typed)
      await user.click(press())
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'Enter an email address, like name@example.com, or a mobile number, like 07700 900123',
      )
      expect(asked).toEqual([])
    },
  )

  it.each([
    [
      422,
      'identity.number_not_texted',
      'We can only send texts to mobile numbers of this country.',
    ],
    [429, 'identity.too_many_texts', 'We cannot send more texts just now.'],
  ])('passes on what the service says: %i %s', async (status, code, sentence) => {
    const { user } = await visit({ answer: problem(status, code) })
    await user.type(await box(), '020 7946 0000')
    await user.click(press())
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence)
    expect(await box()).toHaveValue('020 7946 0000')
  })

  it('shows beside itself that a number cannot be one', async () => {
    const answer = problem(400, 'request.invalid', [{ pointer: '#/body/phone', code: 'invalid' }])
    const { user } = await visit({ answer })
    await user.type(await box(), '12345678')
    await user.click(press())
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter an email address')
    expect(await box()).toHaveAccessibleDescription(expect.stringContaining('Enter an email'))
  })

  it('asks for an address alone where no texts are sent', async () => {
    const { user, asked } = await visit({ texts: false })
    const only = await screen.findByLabelText('Your email address')
    await user.type(only, '07700 900123')
    await user.click(screen.getByRole('button', { name: 'Send me the email' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Enter your email address, like name@example.com',
    )
    await user.clear(only)
    await user.type(only, 'dele@example.org')
    await user.click(screen.getByRole('button', { name: 'Send me the email' }))
    expect(await screen.findByLabelText('The six digits in the email')).toBeVisible()
    expect(asked).toHaveLength(1)
  })
})
