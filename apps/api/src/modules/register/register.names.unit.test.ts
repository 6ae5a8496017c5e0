import { describe, expect, it } from 'vitest'
import { folded, shownName } from './register.names.ts'

describe('a charity reads its own name', () => {
  it.each([
    ["THE DUKE OF EDINBURGH'S AWARD", "The Duke of Edinburgh's Award"],
    ["ST PAUL'S SCHOOL", "St Paul's School"],
    ['ADVICE UK', 'Advice UK'],
    ['BBC CHILDREN IN NEED', 'BBC Children in Need'],
    ['THE BLP CHARITABLE TRUST', 'The BLP Charitable Trust'],
    ['FRIENDS OF HARDWICK PRIMARY (FOHPS)', 'Friends of Hardwick Primary (FOHPS)'],
    ['OASIS CHURCH (BIRMINGHAM)', 'Oasis Church (Birmingham)'],
    ['AUTISM INITIATIVES (UK)', 'Autism Initiatives (UK)'],
    ['ROYAL NAVAL ASSOCIATION (NO 4 AREA)', 'Royal Naval Association (No 4 Area)'],
    ['PETT LEVEL INDEPENDENT RESCUE BOAT ASSN.', 'Pett Level Independent Rescue Boat Assn.'],
    ['1ST PECKHAM SCOUT GROUP', '1st Peckham Scout Group'],
    ['1066 SOCIETY CHARITY', '1066 Society Charity'],
    ["O'LAVERTY AND D'ARCY FUND", "O'Laverty and D'Arcy Fund"],
    ['MCDONALD HOUSE', 'McDonald House'],
    ['STOKE-ON-TRENT CARERS', 'Stoke-on-Trent Carers'],
    ['THE Y.M.C.A. OF ROCHESTER', 'The Y.M.C.A. of Rochester'],
    ['GEORGE VI HALL', 'George VI Hall'],
    ['ARTS & CRAFTS FOR ALL LTD', 'Arts & Crafts for All Ltd'],
    ['REDEEMED CHURCH - THE LIVING CHAPEL', 'Redeemed Church - The Living Chapel'],
    ['RHYTHM AND SONG', 'Rhythm and Song'],
    ['  SPACES   INSIDE ', 'Spaces Inside'],
    ['ÉCOLE D’ÉTÉ', "École D'Été"],
    ['THE', 'The'],
  ])('%j is shown as %j', (raw, shown) => {
    expect(shownName(raw)).toBe(shown)
  })

  it.each([['Endowment For Talented Children'], ["O'laverty Trust"], ['ReCoop'], ['B4'], ['iCAN']])(
    '%j is left as its owner wrote it',
    (name) => {
      expect(shownName(name)).toBe(name)
    },
  )

  it('has its spelling folded for looking it up', () => {
    expect(folded("St. Paul's Café & Kitchen – (Peckham)")).toBe(
      'st pauls cafe and kitchen peckham',
    )
    expect(folded('ŴYTHNOS ÉTÉ')).toBe('wythnos ete')
  })
})
