import { screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { type Checked, InnovationCheck } from './innovation-check.tsx'

function Form({ errors = {} }: { errors?: Partial<Record<keyof Checked, string>> }) {
  const [value, setValue] = useState<Checked>({ innovation: null, inventReason: '', notAtRisk: '' })
  return (
    <>
      <InnovationCheck
        value={value}
        onChange={(part) => setValue({ ...value, ...part })}
        errorOf={(name) => errors[name]}
        write={{ to: '/desk/protections/new', state: value }}
        kept="/protected"
        working="/practices"
      />
      <output>{JSON.stringify(value)}</output>
    </>
  )
}
const draw = (language: 'en' | 'nl' = 'en', errors = {}) =>
  renderPage(<Form errors={errors} />, { words: ['protections'], language })
const said = () => JSON.parse(document.querySelector('output')?.textContent ?? '')

describe('Ruth, pressed to do something new (CH3, J-03)', () => {
  it('is asked for the least change first, each choice with what it means', async () => {
    await draw()
    expect(screen.getAllByRole('radio').map((r) => (r as HTMLInputElement).value)).toEqual([
      'protect',
      'adopt',
      'adapt',
      'invent',
    ])
    for (const radio of screen.getAllByRole('radio'))
      expect(radio).toHaveAccessibleDescription(/\w{3,}/)
    expect(screen.getByText(/New is not better by itself/)).toBeVisible()
  })

  it.each(['Adopt', 'Adapt'])('who chooses %s is led to what works here already', async (name) => {
    const { user } = await draw()
    await user.click(screen.getByRole('radio', { name }))
    expect(screen.getByRole('link', { name: 'See what already works here' })).toHaveAttribute(
      'href',
      '/practices',
    )
  })

  it('who protects is offered to write that down instead', async () => {
    const { user } = await draw()
    expect(screen.queryByRole('link')).toBeNull()
    await user.click(screen.getByRole('radio', { name: 'Protect' }))
    expect(screen.getByRole('link', { name: /Write a decision to keep it/ })).toHaveAttribute(
      'href',
      '/desk/protections/new',
    )
    expect(screen.getByRole('link', { name: /kept here already/ })).toHaveAttribute(
      'href',
      '/protected',
    )
  })

  it('who invents says why the first three will not do; nobody else is asked', async () => {
    const { user } = await draw()
    const asked = () => screen.queryByRole('textbox', { name: /first three/ })
    await user.click(screen.getByRole('radio', { name: 'Adapt' }))
    expect(asked()).toBeNull()
    await user.click(screen.getByRole('radio', { name: 'Invent' }))
    await user.type(asked() as HTMLElement, 'None runs at night')
    expect(said()).toMatchObject({ innovation: 'invent', inventReason: 'None runs at night' })
  })

  it('whoever chooses anything says what must not be put at risk', async () => {
    const { user } = await draw('nl')
    await user.type(screen.getByRole('textbox', { name: /in gevaar/ }), 'De eettafel')
    expect(said()).toMatchObject({ innovation: null, notAtRisk: 'De eettafel' })
  })

  it('reads beside each what is still missing', async () => {
    await draw('en', { innovation: 'Choose one', notAtRisk: 'Say it' })
    expect(screen.getByText('Choose one')).toBeVisible()
    expect(screen.getByRole('textbox', { name: /at risk/ })).toHaveAccessibleDescription(/Say it/)
  })
})
