import { expect, it } from 'vitest'
import { bareName } from './gazetteer.ts'

it.each([
  ['City Of Westminster', 'Westminster'],
  ['Bristol City', 'Bristol, City of'],
  ['Kingston Upon Hull City', 'Kingston upon Hull, City of'],
  ['Herefordshire', 'Herefordshire, County of'],
  ['Leeds City', 'Leeds'],
  ['London Borough of Southwark', 'Southwark'],
  ['Rhondda Cynon Taff', 'Rhondda Cynon Taf'],
  ['The Vale Of Glamorgan', 'Vale of Glamorgan'],
  ['Hammersmith And Fulham', 'Hammersmith & Fulham'],
  ['Stoke-on-trent City', 'Stoke-on-Trent'],
  ['St. Helens', 'St Helens'],
])('a charity that says it works in %s works in the district called %s', (written, official) => {
  expect(bareName(written)).toBe(bareName(official))
})

it.each([
  ['City Of London', 'London'],
  ['North Yorkshire', 'Yorkshire'],
  ['East Sussex', 'West Sussex'],
])('%s is not %s', (one, other) => {
  expect(bareName(one)).not.toBe(bareName(other))
})
