import { act, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { renderUi } from '../../test/render.tsx'
import { Checkboxes, DateField, Radios, Select, TextArea, TextField } from './index.ts'

describe('a field', () => {
  it('is found by its label and reads its hint, who sees it and its error aloud, in that order', () => {
    renderUi(
      <TextField
        label="Email"
        name="contact.email"
        hint="We write once"
        seenBy="Only you"
        error="Enter an address"
      />,
    )
    const field = screen.getByRole('textbox', { name: 'Email' })
    expect(field).toHaveAccessibleDescription('We write once Only you Error: Enter an address')
    expect(field).toBeInvalid()
    expect(field).toHaveAttribute('id', 'f-contact-email')
  })

  it('says that it may stay empty, in words', () => {
    renderUi(<TextField label="Phone" name="phone" optional />)
    expect(screen.getByRole('textbox', { name: 'Phone (optional)' })).toBeVisible()
  })

  it('offers a long list with a first line that chooses nothing', () => {
    renderUi(
      <Select
        label="Area"
        name="area"
        placeholder="Choose"
        options={[{ value: 'n', label: 'North' }]}
      />,
    )
    expect(screen.getByRole('combobox', { name: 'Area' })).toHaveValue('')
    expect(screen.getByRole('option', { name: 'North' })).toBeInTheDocument()
  })
})

describe('a text with a limit', () => {
  it('shows at once how many words are left, and says it only when the typing pauses', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const { user, container } = renderUi(<TextArea label="Story" name="story" maxWords={3} />)
    await user.type(screen.getByRole('textbox'), 'one two')
    expect(screen.getByText('1 words left')).toBeVisible()
    const polite = container.querySelector('[aria-live]')
    expect(polite).not.toHaveTextContent('1 words left')
    await act(() => vi.advanceTimersByTimeAsync(1100))
    expect(polite).toHaveTextContent('1 words left')
    vi.useRealTimers()
  })

  it('counts as the server does, one for an emoji, and lets people write past the limit', async () => {
    const { user } = renderUi(<TextArea label="Story" name="story" maxCharacters={2} />)
    await user.type(screen.getByRole('textbox'), '🎈ab')
    expect(screen.getByText('1 characters too many')).toBeVisible()
    expect(screen.getByRole('textbox')).toHaveValue('🎈ab')
  })
})

const reach = [
  { value: 'email', label: 'By email' },
  { value: 'phone', label: 'By phone', reveals: <TextField label="Number" name="number" /> },
]

describe('choices', () => {
  it('reveal a question under the answer that needs it, and only then', async () => {
    const { user } = renderUi(<Radios legend="How?" name="how" choices={reach} />)
    expect(screen.queryByRole('textbox')).toBeNull()
    await user.click(screen.getByRole('radio', { name: 'By phone' }))
    expect(screen.getByRole('textbox', { name: 'Number' })).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'By email' }))
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('belong to a group that is named by the question and described by its error', () => {
    renderUi(<Radios legend="How?" name="how" choices={reach} error="Choose one" />)
    expect(screen.getByRole('group', { name: 'How?' })).toHaveAccessibleDescription(
      'Error: Choose one',
    )
  })

  it('let several be ticked, and a ticked one says that it opened something', async () => {
    const { user } = renderUi(<Checkboxes legend="What?" name="what" choices={reach} />)
    const phone = screen.getByRole('checkbox', { name: 'By phone' })
    expect(phone).toHaveAttribute('aria-expanded', 'false')
    await user.click(screen.getByRole('checkbox', { name: 'By email' }))
    await user.click(phone)
    expect(phone).toHaveAttribute('aria-expanded', 'true')
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(2)
  })
})

function Dated({ onDay }: { onDay: (day: string) => void }) {
  const [day, setDay] = useState('2027-03-04')
  const change = (next: string) => {
    setDay(next)
    onDay(next)
  }
  return <DateField legend="When?" name="when" value={day} onChange={change} />
}

describe('a day in three boxes', () => {
  it('shows the day it was given and hands back a whole day', async () => {
    const onDay = vi.fn()
    const { user } = renderUi(<Dated onDay={onDay} />)
    const group = within(screen.getByRole('group', { name: 'When?' }))
    expect(group.getByRole('textbox', { name: 'Month' })).toHaveValue('3')
    await user.clear(group.getByRole('textbox', { name: 'Day' }))
    await user.type(group.getByRole('textbox', { name: 'Day' }), '17')
    expect(onDay).toHaveBeenLastCalledWith('2027-03-17')
  })

  it('keeps what was typed while it is not yet a day', async () => {
    const onDay = vi.fn()
    const { user } = renderUi(<Dated onDay={onDay} />)
    const month = screen.getByRole('textbox', { name: 'Month' })
    await user.clear(month)
    expect(month).toHaveValue('')
    await user.type(month, '12')
    expect(onDay).toHaveBeenLastCalledWith('2027-12-04')
  })

  it('is empty when all three boxes are', async () => {
    const onDay = vi.fn()
    const { user } = renderUi(<Dated onDay={onDay} />)
    for (const box of screen.getAllByRole('textbox')) await user.clear(box)
    expect(onDay).toHaveBeenLastCalledWith('')
  })
})
