import { FRAMING_REASONS, type FramingFinding } from '@howcanwe/shared/framing'
import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import en from '../../words/en/framing.json'
import nl from '../../words/nl/framing.json'
import { FramingNotes, type FramingNotesProps } from './framing-notes.tsx'

const app: FramingFinding = {
  code: 'solution',
  reason: 'tool',
  pointer: '#/body/question',
  quote: 'build an app',
  rewrite: 'How can we make an ordinary week easier for carers?',
}
const words: FramingFinding = {
  code: 'jargon',
  reason: 'jargon',
  pointer: '#/body/summary',
  quote: 'provision, governance',
  rewrite: null,
}

/** The notes, and a button by which the words in the field change. */
function Editing(props: FramingNotesProps & { then: FramingFinding[] }) {
  const [changed, setChanged] = useState(false)
  const { then, findings, ...rest } = props
  return (
    <>
      <button type="button" onClick={() => setChanged(true)}>
        type
      </button>
      <FramingNotes {...rest} findings={changed ? then : findings} />
    </>
  )
}

async function draw(
  findings: FramingFinding[],
  { then = [], only }: { then?: FramingFinding[]; only?: FramingFinding['pointer'] } = {},
) {
  const onUse = vi.fn()
  const one = only ? { only } : {}
  const drawn = await renderPage(
    <Editing findings={findings} then={then} onUse={onUse} {...one} />,
    { words: ['framing'] },
  )
  return { onUse, ...drawn }
}

it('Ruth reads why “an app” closes her question, and takes the other wording (J-02)', async () => {
  const { user, onUse } = await draw([app])
  expect(screen.getByText(/“build an app”/)).toBeVisible()
  expect(screen.getByText(/It names a tool/)).toBeVisible()
  expect(screen.getByText('How can we make an ordinary week easier for carers?')).toBeVisible()
  await user.click(screen.getByRole('button', { name: /Use this wording in the question/ }))
  expect(onUse).toHaveBeenCalledExactlyOnceWith('#/body/question', app.rewrite)
  expect(screen.getByRole('status')).toHaveTextContent('The new wording is in the field.')
})

it('what she keeps is not brought up again, until she changes those words', async () => {
  const then = [{ ...app, quote: 'buy an app' }]
  const { user, onUse } = await draw([app, words], { then })
  await user.click(screen.getByRole('button', { name: /Keep mine in the question/ }))
  expect(screen.queryByText(/“build an app”/)).not.toBeInTheDocument()
  expect(screen.getByText(/“provision, governance”/)).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent('Your wording stays.')
  expect(screen.getByRole('status').parentElement).toHaveFocus()
  expect(onUse).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'type' }))
  expect(screen.getByText(/“buy an app”/)).toBeVisible()
})

it('where no wording is sure to be better, she is given a pattern and nothing to press but her own', async () => {
  await draw([words])
  const note = within(screen.getByRole('listitem'))
  expect(note.getByText(/as you would to a neighbour/)).toBeVisible()
  expect(note.queryByRole('button', { name: /Use this wording/ })).not.toBeInTheDocument()
  expect(note.getByRole('button', { name: /Keep mine in the summary/ })).toBeVisible()
})

it('beside a field stand the notes of that field; with none there is no list', async () => {
  const { user } = await draw([app, words], { only: '#/body/summary' })
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'type' }))
  expect(screen.queryByRole('list')).not.toBeInTheDocument()
})

it('every finding has its title, its reasons and its patterns, and no others', () => {
  for (const catalogue of [en, nl])
    for (const [code, reasons] of Object.entries(FRAMING_REASONS)) {
      const said = catalogue[code as keyof typeof FRAMING_REASONS]
      expect(Object.keys(said)).toEqual(['title', 'reason', 'pattern'])
      expect(Object.keys(said.reason).sort()).toEqual([...reasons].sort())
      expect(Object.keys(said.pattern)).toEqual(['question', 'summary'])
    }
})
