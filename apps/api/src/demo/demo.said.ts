import type { Bloc } from '@howcanwe/shared/codesign'
import type { Mark, SuggestionOutcome } from '@howcanwe/shared/suggestions'

/** A group that has worked for three months and now reports back (J-21). */
export const NIGHTS = {
  name: 'Nights that hold',
  joinCode: 'quiet-harbour',
  rung: 'co-design' as const,
  places: 8,
  about:
    'People who care for somebody at night said what would let them sleep. This is what came of it.',
  decides: 'What is tried first on week nights.',
  shapes: 'How a night sitter is booked and paid.',
  fixed: 'The budget until April.',
  answersBy: 'Ruth Marsh, for the council, within 20 working days.',
  youGet: 'A sitter while you are here, your fares, and £25 an hour if you want it.',
}

const RUTH = 'Ruth Marsh, for the council'
const GRACE = 'Grace Osei, for the health partnership'
const MALIK = 'Malik Anand, who runs the night line'

export interface Said {
  text: string
  /** Whose turn in the list of members it is. */
  by: number
  named: boolean
  bloc?: Bloc
  to: SuggestionOutcome
  heard: string
  words: string
  who: string
}

/** Eleven suggestions: five done, three partly, two not, one being done. */
export const SAID: readonly Said[] = [
  {
    ...{ by: 0, named: true, to: 'done', who: MALIK },
    text: 'One number that somebody answers at night. Not a machine, and not 111.',
    heard: 'We ask the night line whether they can take it on.',
    words:
      'Since 4 weeks the night line answers from nine in the evening to seven. Sixty-one calls so far.',
  },
  {
    ...{ by: 1, named: false, to: 'done', who: RUTH },
    text: 'Tell me the name of the sitter the day before, so that mum is not frightened.',
    heard: 'This goes to the two organisations that send sitters.',
    words: 'Both now text the name and a photograph by four in the afternoon the day before.',
  },
  {
    ...{ by: 2, named: true, to: 'partly', who: RUTH },
    text: 'Pay sitters for the bus home after eleven, or they will not come.',
    heard: 'We look at what it costs for six weeks.',
    words:
      'Taxis home are paid on Tuesdays and Thursdays. Not on the other nights: the money runs out in January. We asked for more in the budget of February.',
  },
  {
    ...{ by: 3, named: false, to: 'not-doing', who: GRACE },
    text: 'Let the district nurse hold a spare key for every house on the list.',
    heard: 'We ask the nurses and the insurers.',
    words:
      'Nurses may not hold keys of people they do not see every week; the insurer said no twice. A key safe by the door is paid for instead, if you want one.',
  },
  {
    ...{ by: 4, named: true, to: 'done', who: MALIK },
    text: 'Do not ask the whole story every time. Write it down once.',
    heard: 'We try a card by the telephone.',
    words:
      'You tell it once. The night line reads a card with what you want them to know, and nothing else.',
  },
  {
    ...{ by: 5, named: false, to: 'done', who: RUTH },
    text: 'A form I can fill in with my thumb while I feed somebody.',
    heard: 'We rebuild the form with three of you.',
    words: 'The form has four questions and keeps what you typed. It takes three minutes.',
  },
  {
    ...{ by: 6, named: false, to: 'partly', who: GRACE },
    text: 'Somebody who speaks Sylheti on the line.',
    heard: 'We ask who can do which nights.',
    words:
      'From Monday to Wednesday there is somebody. Not at the weekend: nobody who speaks it could be found for those nights. We look again in May.',
  },
  {
    ...{ by: 7, named: true, to: 'not-doing', who: RUTH },
    text: 'Give us the money and let us pay our own sitters, without receipts.',
    heard: 'We ask what the law allows.',
    words:
      'Public money without any receipt is not allowed. What is allowed is a card with £60 a month: you show what it went on once a quarter. Twelve people have one.',
  },
  {
    ...{ by: 1, named: false, to: 'doing', who: RUTH },
    text: 'A bed for one night, near by, when everything falls through.',
    heard: 'We look for a house with a spare room.',
    words: 'Two rooms in Elmside House are being made ready. The fire officer comes this month.',
  },
  {
    ...{ by: 8, named: false, bloc: 'organisations', to: 'done', who: GRACE },
    text: 'Tell small groups a month before the rules change, not the week after.',
    heard: 'We change how changes are announced.',
    words: 'Every change now has a date at least 30 days ahead. Two have gone out that way.',
  },
  {
    ...{ by: 9, named: false, bloc: 'public-bodies', to: 'partly', who: RUTH },
    text: 'Let council staff who care for somebody swap shifts without asking three managers.',
    heard: 'We try it in two teams.',
    words:
      'Two teams swap among themselves since spring. Not the others: their rotas are made elsewhere. We ask again when the contract ends in the autumn.',
  },
]

/** How seven of eight residents marked each; the eighth marks on her own phone. */
export const MARKED: readonly (readonly Mark[])[] = [
  ['satisfied', 'satisfied', 'satisfied', 'satisfied', 'satisfied', 'satisfied', 'unsure'],
  ['satisfied', 'satisfied', 'satisfied', 'satisfied', 'not', 'satisfied', 'unsure'],
  ['satisfied', 'not', 'not', 'satisfied', 'unsure', 'satisfied', 'satisfied'],
  ['not', 'not', 'satisfied', 'unsure', 'not', 'satisfied', 'unsure'],
  ['satisfied', 'satisfied', 'satisfied', 'unsure', 'satisfied', 'not', 'satisfied'],
  ['satisfied', 'satisfied', 'unsure', 'satisfied', 'satisfied', 'satisfied', 'not'],
  ['satisfied', 'not', 'unsure', 'satisfied', 'not', 'satisfied', 'satisfied'],
  ['not', 'not', 'not', 'satisfied', 'not', 'unsure', 'satisfied'],
  ['unsure', 'unsure', 'satisfied', 'satisfied', 'unsure', 'not', 'satisfied'],
  ['satisfied', 'unsure', 'satisfied', 'unsure', 'satisfied', 'satisfied', 'not'],
  ['unsure', 'satisfied', 'unsure', 'satisfied', 'not', 'satisfied', 'unsure'],
]

export const AT_THE_TABLE: readonly [string, Bloc, string][] = [
  ['Kayleigh', 'residents', ''],
  ['Bernard', 'residents', ''],
  ['Hawa', 'residents', ''],
  ['Joan', 'residents', ''],
  ['Tariq', 'residents', ''],
  ['Lena', 'residents', ''],
  ['Rina', 'residents', ''],
  ['Pauline', 'residents', ''],
  ['Sola', 'organisations', 'Elmside lunch club'],
  ['Peter', 'public-bodies', 'Northgate Council'],
  ['Grace', 'public-bodies', 'Health partnership'],
]
