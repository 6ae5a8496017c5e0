import { afterEach, describe, expect, it, vi } from 'vitest'
import { dropAllDrafts, dropDraft, keepDraft, readDraft } from './drafts.ts'
import { markSession, unmarkSession } from './session-cookie.ts'

afterEach(() => {
  vi.useRealTimers()
  unmarkSession()
  localStorage.clear()
})

describe('an unfinished form on this device', () => {
  it('comes back with the moment it was kept', () => {
    vi.useFakeTimers({ now: new Date('2027-03-04T14:02:00Z') })
    keepDraft('interest:1', { pitch: 'We have a hall' })
    expect(readDraft('interest:1')).toEqual({
      value: { pitch: 'We have a hall' },
      at: new Date('2027-03-04T14:02:00Z'),
    })
  })

  it('goes when it was sent, and all of them when someone signs out', () => {
    keepDraft('a', 1)
    keepDraft('b', 2)
    localStorage.setItem('other', 'stays')
    dropDraft('a')
    expect(readDraft('a')).toBeNull()
    dropAllDrafts()
    expect(readDraft('b')).toBeNull()
    expect(localStorage.getItem('other')).toBe('stays')
  })

  it('is never kept on a shared computer', () => {
    markSession(true)
    keepDraft('a', 'secret')
    expect(localStorage.length).toBe(0)
  })

  it('is forgotten after thirty days, and rubbish in its place does no harm', () => {
    vi.useFakeTimers({ now: new Date('2027-03-04T14:02:00Z') })
    keepDraft('a', 1)
    vi.setSystemTime(new Date('2027-04-10T14:02:00Z'))
    expect(readDraft('a')).toBeNull()
    localStorage.setItem('hcw:draft:b', 'not json')
    expect(readDraft('b')).toBeNull()
  })

  it('is simply not there where storage is full or forbidden', () => {
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(() => keepDraft('a', 1)).not.toThrow()
    full.mockRestore()
  })
})
