import { describe, expect, it } from 'vitest'
import { figuresIn, sameFigures } from './amendments.figures.rules.ts'
import type { Spoken } from './amendments.figures.ts'

describe('what says how much or when (CH7 [G])', () => {
  it.each<[Spoken, string, string[]]>([
    ['en', 'Paid within 5 days of each session.', ['5', 'day']],
    ['en', 'Twelve weeks, or 12 weeks.', ['12', 'week', '12', 'week']],
    ['en', 'Twenty-five people, twenty one chairs', ['25', '21']],
    ['en', 'A twelve-week trial on half a day', ['12', 'week', 'half', 'day']],
    ['en', 'It may start in May, or by March 4.', ['may', 'march', '4']],
    ['en', 'We march on. One of us may come.', []],
    ['en', 'A dozen mugs, £40 a month', ['dozen', '£', '40', 'month']],
    ['en', 'Five working days', ['5', 'workingday']],
    ['en', 'The day centre is open every day', ['day']],
    ['en', 'Ten euros and ten per cent', ['10', 'euros', '10', 'cent']],
    ['nl', 'Binnen twaalf weken, dus 12 weken', ['12', 'week', '12', 'week']],
    ['nl', 'Ten minste een keer per maand', ['maand']],
    ['nl', 'Vijfentwintig mensen, eenentwintig stoelen', ['25', '21']],
    ['nl', 'Een proef van een half jaar op donderdag in mei', ['half', 'jaar', 'donderdag', 'mei']],
    ['nl', 'Een twaalfweekse proef, tweewekelijks', ['twaalfweekse', 'tweewekelijks']],
    ['nl', 'Tweehonderd euro, de vierde keer', ['tweehonderd', 'euro', 'vierde']],
    ['nl', 'Een achterstand die we vieren op een driehoek', []],
    ['nl', 'Vijf werkdagen', ['5', 'werkdag']],
  ])('%s: %s', (language, text, found) => {
    expect(figuresIn(text, language)).toEqual(found)
  })
})

describe('said more clearly, is it still the same ask?', () => {
  it.each<[string, Spoken, string, string, boolean]>([
    ['another number in words', 'en', 'It takes twelve weeks.', 'It takes ten weeks.', false],
    ['the same number in digits', 'en', 'It takes twelve weeks.', 'It takes 12 weeks.', true],
    ['another unit', 'en', 'Within 5 days.', 'Within 5 months.', false],
    ['working days that become days', 'en', 'Five working days.', 'Five days.', false],
    ['a year that becomes a month', 'en', 'It runs for a year.', 'It runs for a month.', false],
    ['half that is gone', 'en', 'Half of it is paid first.', 'It is paid first.', false],
    ['another month', 'en', 'We start in May.', 'We start in June.', false],
    ['another weekday', 'en', 'On Thursdays.', 'On Tuesdays.', false],
    ['another currency', 'en', '£40 each', '€40 each', false],
    ['a percentage that becomes a number', 'en', 'About 5% of you', 'About 5 of you', false],
    ['paid monthly that becomes paid yearly', 'en', 'Paid monthly.', 'Paid yearly.', false],
    ['two figures that change places', 'en', '5 days of 10 hours', '10 days of 5 hours', false],
    ['a weekday spelt rightly at last', 'en', 'On Teusday morning', 'On Tuesday morning', true],
    [
      'a number spelt rightly at last',
      'en',
      'It takes twevle weeks',
      'It takes twelve weeks',
      true,
    ],
    ['for weeks that becomes four weeks', 'en', 'It runs for weeks.', 'It runs four weeks.', false],
    ['a weekday unspelt', 'en', 'On Tuesday', 'On Teusday', false],
    ['only other words', 'en', 'The list doubled up.', 'The list of carers went on and on.', true],
    [
      'other words beside the same figures',
      'en',
      'We pay £20 fast.',
      'You are paid £20 soon.',
      true,
    ],
    ['another number in words', 'nl', 'In twaalf weken.', 'In tien weken.', false],
    ['the same number in digits', 'nl', 'In twaalf weken.', 'In 12 weken.', true],
    ['werkdagen that become dagen', 'nl', 'Vijf werkdagen.', 'Vijf dagen.', false],
    ['een jaar that becomes een maand', 'nl', 'Het duurt een jaar.', 'Het duurt een maand.', false],
    ['een half jaar that becomes a year', 'nl', 'Een half jaar.', 'Een jaar.', false],
    ['twee that becomes één', 'nl', 'Op twee dagen.', 'Op één dag.', false],
    ['a compound that changes', 'nl', 'Een zesweekse proef', 'Een achtweekse proef', false],
    ['another month', 'nl', 'We beginnen in mei.', 'We beginnen in juni.', false],
    ['a weekday spelt rightly at last', 'nl', 'Op dondredag', 'Op donderdag', true],
    ['ten minste, only in other words', 'nl', 'Ten minste jullie', 'In elk geval jullie', true],
    ['only other words', 'nl', 'De lijst is lang.', 'De lijst van mantelzorgers is lang.', true],
  ])('%s (%s)', (_, language, before, after, same) => {
    expect(sameFigures(before, after, language)).toBe(same)
  })
})
