import { describe, expect, it } from 'vitest'
import { asWritten, themeNamed } from '../exports/index.ts'
import { columnsOf } from './contacts.columns.ts'
import { readContacts } from './contacts.reader.ts'
import { readRows } from './contacts.rows.rules.ts'

const SPELLING = { asWritten, themeNamed }
const read = (file: string | Buffer) =>
  readRows(readContacts(Buffer.from(file)), { spelling: SPELLING, callingCode: '44' })
const said = (file: string | Buffer) => read(file).map((row) => row.said)
const whys = (file: string) =>
  read(file).map(({ problems }) => problems.map(({ column, why }) => [column, why]))

it('a row of more cells than any list of people has is no table', () => {
  const wide = (columns: number) => `Organisation,Email${',x'.repeat(columns - 2)}\n`
  expect(readContacts(Buffer.from(wide(100))).heads).toHaveLength(100)
  expect(() => readContacts(Buffer.from(wide(101)))).toThrow(
    expect.objectContaining({ code: 'contacts.not_a_table' }),
  )
})

describe('a list as it lies about in an office', () => {
  it.each([
    ['commas', 'Organisation,Email\nCafé Zoë,zoe@cafe.example\n'],
    ['semicolons', 'Organisation;Email\r\nCafé Zoë;zoe@cafe.example\r\n'],
    ['tabs', 'Organisation\tEmail\nCafé Zoë\tzoe@cafe.example'],
    ['a mark in front', '\uFEFFOrganisation,Email\nCafé Zoë,zoe@cafe.example'],
    ['a separator said in front', 'sep=;\nOrganisation;Email\nCafé Zoë;zoe@cafe.example'],
    [
      'an older Windows',
      Buffer.from('Organisation,Email\nCaf\xe9 Zo\xeb,zoe@cafe.example', 'latin1'),
    ],
    [
      'Unicode text of Excel',
      Buffer.from('\uFEFFOrganisation\tEmail\nCafé Zoë\tzoe@cafe.example', 'utf16le'),
    ],
    ['Dutch names, another order', 'E-MAIL;Naam organisatie\nzoe@cafe.example;Café Zoë'],
    ['an old Mac', 'Organisation,Email\rCafé Zoë,zoe@cafe.example'],
    ['blank lines', '\n\nOrganisation,Email\n\n,,\nCafé Zoë,zoe@cafe.example\n\n'],
    ['an address as mail programs write it', 'Organisation,Email\nCafé Zoë,Zoë <ZOE@cafe.example>'],
    [
      'marks nobody typed',
      'Organisation,Email\n\u200BCafé\u00A0Zoë\u0000,zoe@cafe.example'.replace('\u0000', '\u0007'),
    ],
  ])('with %s, says the same', (_, file) => {
    expect(said(file)).toEqual([
      expect.objectContaining({ organisationName: 'Café Zoë', email: 'zoe@cafe.example' }),
    ])
  })

  it('counts lines as an editor does, also where a cell holds several', () => {
    const rows = read(
      'Organisation,Notes,Email\n\nOne,"Rings\nback, ""late""",a@b.example\nTwo,,c@d.example',
    )
    expect(rows.map(({ line }) => line)).toEqual([3, 5])
    expect(rows[0]?.said?.notes).toBe('Rings\nback, "late"')
  })

  it('a list that left here comes in as it was: no apostrophes, themes by their name', () => {
    const file =
      '"Organisatie","Telefoon","Thema’s"\r\n"\'=Carers","\'+44 20 7946 0101","Mantelzorgers; Health"\r\n'
    expect(said(file)).toEqual([
      expect.objectContaining({
        ...{ organisationName: '=Carers', phone: '+442079460101', themes: ['carers', 'health'] },
      }),
    ])
  })

  it('says which names it took for what, and which it leaves alone', () => {
    expect(columnsOf(['Group name', 'E-mail address', 'Mail', 'Shoe size'])).toEqual([
      { head: 'Group name', column: 'organisationName' },
      { head: 'E-mail address', column: 'email' },
      { head: 'Mail', column: null },
      { head: 'Shoe size', column: null },
    ])
  })
})

describe('what cannot be kept says why', () => {
  const HEAD = 'Organisation,Contact,Email,Telephone,Themes\n'
  it.each([
    [',Amina,a@b.example,,', [['organisationName', 'missing']]],
    ['Carers,Amina,,,', [[null, 'not_reachable']]],
    ['Carers,Amina,a@b,,', [['email', 'not_email']]],
    ['Carers,Amina,a@b.example; c@d.example,,', [['email', 'not_email']]],
    ['Carers,Amina,,7.94E+10,', [['phone', 'not_phone']]],
    [`${'x'.repeat(161)},Amina,a@b.example,,`, [['organisationName', 'too_long']]],
    ['Carers,Amina,a@b.example,,,left over', [[null, 'too_many_cells']]],
    ['Carers,Amina,a@b.example,,Unicorns; Food', [['themes', 'unknown_theme']]],
    [
      ',Amina,a@b,12,',
      [
        ['organisationName', 'missing'],
        ['phone', 'not_phone'],
        ['email', 'not_email'],
      ],
    ],
  ])('%s', (row, expected) => {
    expect(whys(HEAD + row)).toEqual([expected])
  })

  it('a theme that is none of ours is left out, and the line is kept', () => {
    expect(said(`${HEAD}Carers,Amina,a@b.example,,Unicorns; Food`)[0]?.themes).toEqual(['food'])
  })
})
