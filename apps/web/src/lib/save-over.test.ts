import { ProblemError } from '@howcanwe/shared/http'
import { describe, expect, it } from 'vitest'
import { saveOver } from './save-over.ts'
import { editsFrom } from './use-writing.ts'

interface Page {
  version: number
  mine: string
  theirs: string
}
const stale = () => new ProblemError({ type: 'x', title: 'x', status: 412, code: 'request.stale' })

/** A page that moves on by itself so many times while somebody saves. */
function moving(times: number, change: (page: Page) => Page) {
  let now: Page = { version: 1, mine: 'a', theirs: 'b' }
  const tried: number[] = []
  const seen = now
  const saved = saveOver({
    seen,
    own: ({ mine }) => mine,
    read: async () => now,
    save: async ({ version }) => {
      tried.push(version)
      if (tried.length <= times) now = { ...change(now), version: now.version + 1 }
      if (version !== now.version) throw stale()
      return 'saved'
    },
  })
  return { saved, tried }
}

describe('saving over what somebody had in sight', () => {
  it('is tried again over the newest where only others wrote theirs', async () => {
    const { saved, tried } = moving(2, (page) => ({ ...page, theirs: `${page.theirs}!` }))
    expect(await saved).toBe('saved')
    expect(tried).toEqual([1, 2, 3])
  })

  it('stops where somebody else wrote the very same: nobody’s words are overwritten', async () => {
    const { saved, tried } = moving(1, (page) => ({ ...page, mine: 'a colleague' }))
    await expect(saved).rejects.toMatchObject({ code: 'request.stale' })
    expect(tried).toEqual([1])
  })

  it('gives up in the end where it never stands still', async () => {
    const { saved, tried } = moving(99, (page) => page)
    await expect(saved).rejects.toMatchObject({ code: 'request.stale' })
    expect(tried).toHaveLength(4)
  })

  it('says any other refusal at once', async () => {
    const busy = new ProblemError({ type: 'x', title: 'x', status: 503, code: 'request.busy' })
    const save = () => Promise.reject(busy)
    const of = { seen: 1, read: async () => 1, own: (n: number) => n, save }
    await expect(saveOver(of)).rejects.toBe(busy)
  })
})

describe('a copy found on a device', () => {
  const now = { part: 'We sit.', lends: false }
  it.each([
    [
      'words of this form that still differ',
      { part: { typed: 'We sit longer.', over: 'We sit.' } },
      ['part'],
    ],
    ['nothing where it says what stands there now', { part: { typed: 'We sit.', over: '' } }, []],
    [
      'nothing of another kind, or of no field of it',
      { lends: { typed: 'yes', over: 'no' }, x: { typed: '', over: '' } },
      [],
    ],
    ['nothing of what is no copy at all', 'words', []],
    ['nothing of an empty field', { part: null }, []],
  ])('gives %s', (_, kept, names) => {
    expect(Object.keys(editsFrom(kept, now))).toEqual(names)
  })
})
