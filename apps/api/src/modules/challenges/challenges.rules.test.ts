import { describe, expect, it } from 'vitest'
import { freeSlug, mayDo, mayWithdraw, nearWords, slugOf } from './challenges.rules.ts'
import { type Course, threadOf } from './challenges.thread.rules.ts'

describe('the thread of a question', () => {
  const course: Course = {
    state: 'open',
    today: '2026-11-20',
    openedOn: '2026-11-01',
    closesOn: '2026-12-18',
    decidedOn: null,
    resultsBy: '2027-01-15',
    startsOn: '2027-02-01',
    endsOn: '2027-10-31',
  }
  const drawn = (change: Partial<Course>) =>
    threadOf({ ...course, ...change })
      .map((s) => `${s.station}:${s.status}`)
      .join(' ')

  it('says what is due when, while people explore', () => {
    expect(threadOf(course)).toEqual([
      { station: 'asked', status: 'done', on: '2026-11-01' },
      { station: 'exploring', status: 'now', on: '2026-12-18' },
      { station: 'teamed-up', status: 'to-come', on: '2027-01-15' },
      { station: 'trying', status: 'to-come', on: '2027-02-01' },
      { station: 'learning', status: 'to-come', on: '2027-10-31' },
      { station: 'shared', status: 'to-come', on: null },
    ])
  })

  it.each<[string, Partial<Course>, string]>([
    ['choosing', { state: 'choosing' }, 'exploring:done teamed-up:now trying:to-come'],
    [
      'formed, before the start',
      { state: 'formed', decidedOn: '2027-01-10', today: '2027-01-20' },
      'teamed-up:now trying:to-come',
    ],
    [
      'formed, on the day it starts',
      { state: 'formed', decidedOn: '2027-01-10', today: '2027-02-01' },
      'teamed-up:done trying:now learning:to-come',
    ],
    [
      'formed, after the end',
      { state: 'formed', decidedOn: '2027-01-10', today: '2027-11-01' },
      'trying:done learning:now shared:to-come',
    ],
  ])('is right for one that is %s', (_, change, expected) => {
    expect(drawn(change)).toContain(expected)
  })

  it('ends where the question ended', () => {
    expect(drawn({ state: 'withdrawn' })).toBe('asked:done')
    expect(drawn({ state: 'none-chosen' })).toBe('asked:done exploring:done')
  })

  it('has one station that is now, whatever the dates', () => {
    for (const state of ['open', 'choosing', 'formed'] as const)
      for (const today of ['2026-11-20', '2027-02-01', '2029-01-01'])
        for (const dates of [{}, { startsOn: null }, { endsOn: null, resultsBy: null }])
          expect(drawn({ state, today, ...dates }).match(/:now/g)).toHaveLength(1)
  })
})

describe('the address of a question', () => {
  it('is plain letters, also from accents and punctuation', () => {
    expect(slugOf('How can we keep the Café “Zoë’s” open — on Sundays?')).toBe(
      'how-can-we-keep-the-cafe-zoe-s-open-on-sundays',
    )
    expect(slugOf('؟؟؟')).toBe('question')
  })

  it('is cut between words at eighty letters, and a number still fits', () => {
    const slug = slugOf(`How can we ${'gather '.repeat(15)}again?`)
    expect(slug.length).toBeLessThanOrEqual(80)
    expect(slug).toMatch(/gather$/)
    const taken = new Set([
      slug,
      ...Array.from({ length: 120 }, (_, n) =>
        freeSlug(slug, new Set([slug])).replace(/2$/, String(n + 2)),
      ),
    ])
    expect(freeSlug(slug, taken).length).toBeLessThanOrEqual(80)
    expect(taken.has(freeSlug(slug, taken))).toBe(false)
  })
})

describe('what a commissioner may do', () => {
  it('reads answers only after the deadline and chooses once', () => {
    expect(mayDo('open')).toEqual({
      change: false,
      read: false,
      open: false,
      readInterests: false,
      choose: false,
    })
    expect(mayDo('choosing')).toMatchObject({ readInterests: true, choose: true })
    expect(mayDo('formed')).toMatchObject({ readInterests: true, choose: false })
    expect(mayDo('draft')).toMatchObject({ change: true, read: true, open: false })
    expect(mayDo('read-through')).toMatchObject({ change: true, read: false, open: true })
  })

  it('takes a question back only while nobody has been told yes or no', () => {
    expect(
      (['draft', 'read-through', 'open', 'paused', 'choosing'] as const).every(mayWithdraw),
    ).toBe(true)
    expect((['formed', 'none-chosen', 'withdrawn'] as const).some(mayWithdraw)).toBe(false)
  })
})

describe('words that may be misspelt', () => {
  it('leaves out what matches everything', () => {
    expect(nearWords('the lonelyness of an old man, LONELYNESS')).toEqual(['lonelyness'])
    expect(nearWords('a (b) !')).toEqual([])
  })
})
