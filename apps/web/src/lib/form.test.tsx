import { ProblemError } from '@howcanwe/shared/http'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { renderPage } from '../../test/render.tsx'
import { Button, ErrorSummary, TextField } from '../ui/index.ts'
import { fieldErrorFrom, useSchemaForm } from './form.ts'

const schema = z.strictObject({
  name: z.string().check(z.minLength(3)),
  contact: z.strictObject({ email: z.string().check(z.regex(/@/)) }),
})

function Form({ onSend }: { onSend: (values: unknown) => Promise<void> }) {
  const form = useSchemaForm({ schema, defaultValues: { name: '', contact: { email: '' } } })
  const send = form.handleSubmit((values) => onSend(values).catch(form.refuse))
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary errors={form.summary} />
      <TextField label="Name" {...form.register('name')} error={form.errorOf('name')} />
      <TextField
        label="Email"
        {...form.register('contact.email')}
        error={form.errorOf('contact.email')}
      />
      <Button type="submit">Send</Button>
    </form>
  )
}

describe('a form on a contract', () => {
  it('says beside each field and above the form what is missing, before anything is sent', async () => {
    const sent: unknown[] = []
    const { user } = await renderPage(<Form onSend={async (values) => void sent.push(values)} />)
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'ab')
    await user.click(screen.getByRole('button'))
    expect(await screen.findByRole('link', { name: 'Write at least 3 characters' })).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription(
      'Error: Answer this question',
    )
    expect(sent).toEqual([])
  })

  it('sends what was typed, as the contract takes it', async () => {
    const sent: unknown[] = []
    const { user } = await renderPage(<Form onSend={async (values) => void sent.push(values)} />)
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Pantry')
    await user.type(screen.getByRole('textbox', { name: 'Email' }), 'a@b.example')
    await user.click(screen.getByRole('button'))
    expect(sent).toEqual([{ name: 'Pantry', contact: { email: 'a@b.example' } }])
  })

  it('puts what the server refused beside its field, and anything else above', async () => {
    const refusals = [
      {
        code: 'request.invalid',
        errors: [{ pointer: '#/body/contact/email', code: 'not_allowed' }],
      },
      { code: 'request.offline' },
    ]
    const refuse = async () => {
      const next = refusals.shift()
      if (next) throw new ProblemError({ type: 'about:blank', title: 'No', status: 400, ...next })
    }
    const { user } = await renderPage(<Form onSend={refuse} />)
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Pantry')
    await user.type(screen.getByRole('textbox', { name: 'Email' }), 'a@b.example')
    await user.click(screen.getByRole('button'))
    expect(
      await screen.findByRole('link', { name: 'Choose one of the answers shown' }),
    ).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Email' })).toBeInvalid()
    await user.click(screen.getByRole('button'))
    expect(await screen.findByText(/There is no connection/)).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Pantry')
  })
})

describe('what zod finds becomes the code the API would give', () => {
  const coded = (of: z.ZodMiniType, value: unknown) => {
    const result = z.safeParse(z.object({ a: of }), { a: value })
    const issue = result.error?.issues[0]
    return issue ? fieldErrorFrom(issue, { a: value }) : null
  }
  it.each([
    ['nothing', z.string(), undefined, { code: 'required' }],
    ['an empty text', z.string().check(z.minLength(1)), '', { code: 'required' }],
    ['a short text', z.string().check(z.minLength(5)), 'ab', { code: 'too_short', limit: 5 }],
    ['a long text', z.string().check(z.maxLength(1)), 'ab', { code: 'too_long', limit: 1 }],
    ['a big number', z.number().check(z.lte(100)), 101, { code: 'too_big', limit: 100 }],
    ['another choice', z.enum(['x']), 'y', { code: 'not_allowed' }],
    ['a wrong shape', z.string().check(z.regex(/@/)), 'ab', { code: 'invalid' }],
    [
      'our own limit',
      z.string().check(z.refine(() => false, { error: 'too_long:9' })),
      'ab',
      { code: 'too_long', limit: 9 },
    ],
    [
      'our own code',
      z.string().check(z.refine(() => false, { error: 'hidden_characters' })),
      'ab',
      { code: 'hidden_characters' },
    ],
  ])('%s', (_, of, value, expected) => {
    expect(coded(of, value)).toMatchObject(expected)
  })
})
