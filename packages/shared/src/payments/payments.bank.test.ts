import { describe, expect, it } from 'vitest'
import { accountNumberOf, ibanOf, sortCodeOf } from './payments.bank.ts'

describe('what people type of their account', () => {
  it.each([
    ['12-34-56', '123456'],
    ['12 34 56', '123456'],
    ['123456', '123456'],
    ['12345', undefined],
    ['12-34-5a', undefined],
  ])('a sort code %s is %s', (typed, read) => expect(sortCodeOf(typed)).toBe(read))

  it.each([
    ['31926819', '31926819'],
    ['1926819', '01926819'],
    ['319 268 19', '31926819'],
    ['319268190', undefined],
    ['', undefined],
  ])('an account number %s is %s', (typed, read) => expect(accountNumberOf(typed)).toBe(read))

  it.each([
    ['NL91 ABNA 0417 1643 00', 'NL91ABNA0417164300'],
    ['gb82 west 1234 5698 7654 32', 'GB82WEST12345698765432'],
    ['DE89370400440532013000', 'DE89370400440532013000'],
    ['NL92 ABNA 0417 1643 00', undefined],
    ['NL91 ABNA 0417 1634 00', undefined],
    ['91NL ABNA 0417 1643 00', undefined],
    ['NL91', undefined],
  ])('an IBAN %s is %s', (typed, read) => expect(ibanOf(typed)).toBe(read))

  it('one sign wrong in an IBAN is always found', () => {
    const iban = 'GB82WEST12345698765432'
    for (let i = 4; i < iban.length; i++) {
      const other = iban[i] === '7' ? '8' : '7'
      expect(ibanOf(iban.slice(0, i) + other + iban.slice(i + 1))).toBe(
        iban[i] === other ? iban : undefined,
      )
    }
  })
})
