import type { ReactNode } from 'react'
import type { useTranslation } from 'react-i18next'
import { TextArea, TextField } from '../../ui/index.ts'
import type { To } from './payments.queries.ts'

export const WAY_KINDS = ['cash', 'uk', 'iban', 'post'] as const
export type WayKind = (typeof WAY_KINDS)[number]

const FIELDS: Record<
  WayKind,
  readonly ('name' | 'sortCode' | 'accountNumber' | 'iban' | 'address')[]
> = {
  cash: [],
  uk: ['name', 'sortCode', 'accountNumber'],
  iban: ['name', 'iban'],
  post: ['address'],
}

export type TypedWay = {
  kind: WayKind
  name: string
  sortCode: string
  accountNumber: string
  iban: string
  address: string
}

/** What goes out: only the fields of the way that was chosen. */
export const wayOf = (typed: TypedWay): To =>
  Object.fromEntries([
    ['kind', typed.kind],
    ...FIELDS[typed.kind].map((field) => [field, typed[field]]),
  ]) as To

export const NO_DETAILS = { name: '', sortCode: '', accountNumber: '', iban: '', address: '' }

type Field = Exclude<keyof TypedWay, 'kind'>

/** What of a form is needed here, whatever else it holds. */
interface WithFields {
  register: (name: Field) => object
  errorOf: (name: Field) => string | undefined
}

/** What each way asks for, under its radio. */
export function revealsOf(
  f: WithFields,
  t: ReturnType<typeof useTranslation<'payments'>>['t'],
): Partial<Record<string, ReactNode>> {
  const field = (
    name: Exclude<Field, 'address'>,
    hint?: 'sortCodeHint' | 'accountHint' | 'ibanHint',
  ) => (
    <TextField
      key={name}
      name={name}
      {...f.register(name)}
      label={t(`way.${name}`)}
      {...(hint ? { hint: t(`way.${hint}`) } : {})}
      error={f.errorOf(name)}
      autoComplete="off"
      spellCheck={false}
      inputMode={name === 'sortCode' || name === 'accountNumber' ? 'numeric' : 'text'}
    />
  )
  return {
    uk: [field('name'), field('sortCode', 'sortCodeHint'), field('accountNumber', 'accountHint')],
    iban: [field('name'), field('iban', 'ibanHint')],
    post: (
      <TextArea
        name="address"
        {...f.register('address')}
        label={t('way.address')}
        error={f.errorOf('address')}
        rows={3}
        maxCharacters={300}
      />
    ),
  }
}
