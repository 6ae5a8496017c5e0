import { act, screen, within } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { Route, Routes } from 'react-router'
import { describe, expect, it, vi } from 'vitest'
import { renderUi } from '../../test/render.tsx'
import {
  Button,
  ErrorSummary,
  LanguageSwitch,
  Link,
  LoadMore,
  Notice,
  PageHeading,
  RouteChange,
  SaveStatus,
  SectorMark,
  SkipLink,
  SummaryList,
  Table,
  TextField,
  Thread,
} from './index.ts'

function Form() {
  const [wrong, setWrong] = useState(false)
  return (
    <>
      {wrong ? (
        <ErrorSummary errors={[{ name: 'contact.email', message: 'Enter your email' }]} />
      ) : null}
      <TextField
        label="Email"
        name="contact.email"
        error={wrong ? 'Enter your email' : undefined}
      />
      <Button onClick={() => setWrong(true)}>Send</Button>
    </>
  )
}

/** The same form once for each of two things. */
const Twice = () =>
  ['one', 'two'].map((which) => (
    <form key={which} aria-label={which}>
      <ErrorSummary errors={[{ name: 'note', message: `Write a note on ${which}` }]} />
      <TextField label={`Note on ${which}`} name="note" id={`note-${which}`} />
    </form>
  ))

function Sender({ send }: { send: () => void }) {
  const [busy, setBusy] = useState(false)
  const go = () => {
    send()
    setBusy(true)
  }
  return (
    <Button busy={busy} onClick={go}>
      Send
    </Button>
  )
}

function Late({ when }: { when: Promise<void> }) {
  const [here, setHere] = useState(false)
  useEffect(() => {
    void when.then(() => setHere(true))
  }, [when])
  return here ? <PageHeading title="Late page" /> : null
}

describe('the list of errors', () => {
  it('takes focus when it appears, and its link puts the cursor in the field', async () => {
    const { user } = renderUi(<Form />)
    await user.click(screen.getByRole('button', { name: 'Send' }))
    const summary = screen.getByRole('alert').parentElement
    expect(summary).toHaveFocus()
    expect(screen.getByRole('heading', { name: 'There is a problem' })).toBeVisible()
    await user.click(screen.getByRole('link', { name: 'Enter your email' }))
    expect(screen.getByRole('textbox', { name: 'Email' })).toHaveFocus()
  })

  it('leads to the field of its own form where a page holds the same form twice', async () => {
    const { user } = renderUi(<Twice />)
    await user.click(screen.getByRole('link', { name: 'Write a note on two' }))
    expect(screen.getByRole('textbox', { name: 'Note on two' })).toHaveFocus()
  })

  it('draws nothing while nothing is wrong', () => {
    renderUi(<ErrorSummary errors={[]} />)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('a button', () => {
  it('sends once however often it is pressed while it is busy, and keeps the focus', async () => {
    const send = vi.fn()
    const { user } = renderUi(<Sender send={send} />)
    await user.dblClick(screen.getByRole('button'))
    expect(send).toHaveBeenCalledTimes(1)
    expect(screen.getByRole('button')).toHaveFocus()
  })

  it('does not submit a form by accident', () => {
    renderUi(<Button>Add one</Button>)
    expect(screen.getByRole('button')).toHaveAttribute('type', 'button')
  })
})

const stations = [
  { key: 'a', state: 'done', verb: 'Asked', date: '3 February' },
  { key: 'b', state: 'now', verb: 'Exploring' },
  { key: 'c', state: 'to-come', verb: 'Trying' },
] as const

describe('the thread', () => {
  it('reads aloud as an ordered list that says what is done, what is now and what is to come', () => {
    renderUi(<Thread stations={stations} label="Where it stands" summary="Now: exploring." />)
    const items = within(screen.getByRole('list', { name: 'Where it stands' })).getAllByRole(
      'listitem',
    )
    expect(items.map((item) => item.textContent)).toEqual([
      'Done: Asked3 February',
      'Now: Exploring',
      'Still to come: Trying',
    ])
    expect(items[1]).toHaveAttribute('aria-current', 'step')
  })

  it('opens from its one line on a phone', async () => {
    const { user } = renderUi(
      <Thread stations={stations} label="Where" summary="Now: exploring." />,
    )
    const toggle = screen.getByRole('button', { name: 'Show all steps' })
    expect(toggle).toHaveAttribute('aria-expanded', 'false')
    await user.click(toggle)
    expect(screen.getByRole('button', { name: 'Hide the steps' })).toHaveAttribute(
      'aria-expanded',
      'true',
    )
  })
})

describe('what is said politely', () => {
  it('names when the form was saved, and is silent while saving', () => {
    const { rerender } = renderUi(<SaveStatus state={{ kind: 'saving' }} />)
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
    rerender(<SaveStatus state={{ kind: 'saved', at: new Date('2027-03-04T14:02:00Z') }} />)
    expect(screen.getByRole('status')).toHaveTextContent('Saved at 14:02')
  })

  it('tells how many are shown after more were asked for, and the focus stays', async () => {
    const more = vi.fn()
    const { user } = renderUi(
      <LoadMore label="Show more" status="Showing 20" hasMore busy={false} onMore={more} />,
    )
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    expect(more).toHaveBeenCalledOnce()
    expect(screen.getByRole('button', { name: 'Show more' })).toHaveFocus()
    expect(screen.getByRole('status')).toHaveTextContent('Showing 20')
  })

  it('puts the focus on the banner that answers what someone just did', () => {
    renderUi(<Notice kind="success" heading="Your answer is sent" focus />)
    expect(screen.getByRole('region', { name: 'Done' })).toHaveFocus()
    expect(screen.getByRole('status')).toHaveTextContent('Your answer is sent')
  })
})

describe('finding the way', () => {
  it('skips past the header to the words of the page', async () => {
    const { user } = renderUi(
      <>
        <SkipLink>Skip</SkipLink>
        <main id="main" tabIndex={-1}>
          Words
        </main>
      </>,
    )
    await user.click(screen.getByRole('link', { name: 'Skip' }))
    expect(screen.getByRole('main')).toHaveFocus()
  })

  it('a new page puts the focus on its heading, names the window and says its title', async () => {
    vi.spyOn(window, 'scrollTo').mockImplementation(() => {})
    const { user } = renderUi(
      <main>
        <Routes>
          <Route path="/" element={<Link to="/b">Next</Link>} />
          <Route path="/b" element={<PageHeading title="Second page" />} />
        </Routes>
        <RouteChange />
      </main>,
    )
    await user.click(screen.getByRole('link', { name: 'Next' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Second page' })).toHaveFocus()
    expect(document.title).toBe('Second page – Northgate')
    expect(document.querySelector('[aria-live]')).toHaveTextContent('Second page – Northgate')
  })

  it('waits for a heading whose words are still on their way', async () => {
    vi.spyOn(window, 'scrollTo').mockImplementation(() => {})
    let arrive = () => {}
    const when = new Promise<void>((done) => {
      arrive = done
    })
    const { user } = renderUi(
      <main>
        <Routes>
          <Route path="/" element={<Link to="/b">Next</Link>} />
          <Route path="/b" element={<Late when={when} />} />
        </Routes>
        <RouteChange />
      </main>,
    )
    await user.click(screen.getByRole('link', { name: 'Next' }))
    await act(async () => arrive())
    const heading = await screen.findByRole('heading', { level: 1 })
    await vi.waitFor(() => expect(heading).toHaveFocus())
  })

  it('leaves the focus alone where only the question of the address changes', async () => {
    const { user } = renderUi(
      <main>
        <PageHeading title="List" />
        <Link to="/?page=2">More</Link>
        <RouteChange />
      </main>,
    )
    await user.click(screen.getByRole('link', { name: 'More' }))
    expect(screen.getByRole('link', { name: 'More' })).toHaveFocus()
  })
})

describe('things that speak for themselves', () => {
  it('a sector mark never stands for its word', () => {
    renderUi(<SectorMark shape="circle" tone="brick" word="Charity" />)
    expect(screen.getByText('Charity')).toBeVisible()
  })

  it('a table stays a table to people who hear it', () => {
    const columns = [
      { key: 'n', heading: 'Name', cell: (row: { n: string }) => row.n },
      { key: 'h', heading: 'Hours', cell: () => 12, numeric: true },
    ]
    renderUi(
      <Table
        caption="Who answered"
        columns={columns}
        rows={[{ n: 'Pantry' }]}
        rowKey={(row) => row.n}
      />,
    )
    const table = within(screen.getByRole('table', { name: 'Who answered' }))
    expect(table.getByRole('columnheader', { name: 'Hours' })).toBeInTheDocument()
    expect(table.getByRole('rowheader', { name: 'Pantry' })).toBeInTheDocument()
    expect(table.getByRole('cell', { name: '12' })).toBeInTheDocument()
  })

  it('answers are given back with a way to change them', () => {
    renderUi(
      <SummaryList
        rows={[{ key: 'n', label: 'Name', value: 'Pantry', action: <a href="/x">Change name</a> }]}
      />,
    )
    expect(screen.getByRole('term')).toHaveTextContent('Name')
    expect(screen.getByRole('link', { name: 'Change name' })).toBeVisible()
  })

  it('a language is offered in itself', async () => {
    const change = vi.fn()
    const languages = [
      { code: 'en', name: 'English' },
      { code: 'nl', name: 'Nederlands' },
    ]
    const { user } = renderUi(
      <LanguageSwitch label="Language" current="en" languages={languages} onChange={change} />,
    )
    expect(screen.getByText('English')).toHaveAttribute('aria-current', 'true')
    const dutch = screen.getByRole('button', { name: 'Nederlands' })
    expect(dutch).toHaveAttribute('lang', 'nl')
    await user.click(dutch)
    expect(change).toHaveBeenCalledWith('nl')
  })
})
