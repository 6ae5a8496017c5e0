import type { Kind, WayPaid } from '@howcanwe/shared/payments'

type Out = WayPaid | 'charity' | 'voucher'

/** Names of columns in the payment file, in the clerk's language. */
const COLUMNS = {
  en: [
    'Reference',
    'Kind',
    'Way',
    'Name',
    'Sort code',
    'Account number',
    'IBAN',
    'Amount',
    'Currency',
    'Charity',
    'Address',
    'Group',
    'Session',
  ],
  nl: [
    'Kenmerk',
    'Soort',
    'Manier',
    'Naam',
    'Sort code',
    'Rekeningnummer',
    'IBAN',
    'Bedrag',
    'Munt',
    'Goed doel',
    'Adres',
    'Groep',
    'Bijeenkomst',
  ],
} as const

export const columnsIn = (language: 'en' | 'nl'): readonly string[] => COLUMNS[language]

export const KIND_NAMES: Record<'en' | 'nl', Record<Kind, string>> = {
  en: { involvement: 'Involvement', expense: 'Expense' },
  nl: { involvement: 'Vergoeding', expense: 'Onkosten' },
}

export const WAY_NAMES: Record<'en' | 'nl', Record<Out, string>> = {
  en: {
    bank: 'Bank transfer',
    cash: 'Cash',
    post: 'By post',
    charity: 'To a charity',
    voucher: 'Voucher',
  },
  nl: {
    bank: 'Overschrijving',
    cash: 'Contant',
    post: 'Per post',
    charity: 'Naar een goed doel',
    voucher: 'Bon',
  },
}
