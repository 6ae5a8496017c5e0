import { type OwnWay, setWay } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { sentenceOf } from '../../lib/errors.ts'
import { fieldErrorFrom, useSchemaForm } from '../../lib/form.ts'
import {
  Button,
  ButtonGroup,
  Details,
  ErrorSummary,
  Notice,
  Radios,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import type { To, useOwnActs } from './payments.queries.ts'

const KINDS = ['cash', 'uk', 'iban', 'post'] as const
type Kind = (typeof KINDS)[number]

const FIELDS: Record<
  Kind,
  readonly ('name' | 'sortCode' | 'accountNumber' | 'iban' | 'address')[]
> = {
  cash: [],
  uk: ['name', 'sortCode', 'accountNumber'],
  iban: ['name', 'iban'],
  post: ['address'],
}

type Typed = {
  kind: Kind
  name: string
  sortCode: string
  accountNumber: string
  iban: string
  address: string
}

/** What goes out: only the fields of the way that was chosen. */
const wayOf = (typed: Typed): To =>
  Object.fromEntries([
    ['kind', typed.kind],
    ...FIELDS[typed.kind].map((field) => [field, typed[field]]),
  ]) as To

/** The contract's own look at it, with each complaint beside its field. */
const schema: z.ZodMiniType<unknown, Typed> = z
  .object({
    kind: z.enum(KINDS),
    name: z.string(),
    sortCode: z.string(),
    accountNumber: z.string(),
    iban: z.string(),
    address: z.string(),
  })
  .check((payload) => {
    const seen = z.safeParse(setWay, wayOf(payload.value))
    for (const issue of seen.success ? [] : seen.error.issues) {
      const { code } = fieldErrorFrom(issue, payload.value)
      payload.issues.push({ code: 'custom', input: payload.value, path: issue.path, message: code })
    }
  })

type Acts = Pick<ReturnType<typeof useOwnActs>, 'setWay' | 'forgetWay'>

/** How money reaches somebody, said once; typed by themselves alone, and deleted whenever they like. */
export function WayBox({ way, acts }: { way: OwnWay | null; acts: Acts }) {
  const { t } = useTranslation(['payments', 'problems'])
  const [said, setSaid] = useState<'saved' | 'forgotten'>()
  const error = acts.forgetWay.error
  return (
    <section id="way" aria-labelledby="way-title">
      <h2 id="way-title" className="govuk-heading-m">
        {t('payments:way.title')}
      </h2>
      {said ? <Notice key={said} kind="success" heading={t(`payments:way.${said}`)} focus /> : null}
      {error ? <Notice kind="warning" heading={sentenceOf(t, error)} focus /> : null}
      <p className="govuk-body">
        {way ? t(`payments:way.now.${way.way}`, { last4: way.last4 }) : t('payments:way.none')}
      </p>
      <Details
        summary={t(way ? 'payments:way.change' : 'payments:way.set')}
        key={way?.way ?? 'none'}
      >
        <WayForm setWay={acts.setWay} onSaved={() => setSaid('saved')} />
      </Details>
      {way && way.way !== 'cash' ? (
        <ButtonGroup>
          <Button
            kind="quiet"
            busy={acts.forgetWay.isPending}
            onClick={() =>
              acts.forgetWay.mutate(undefined, { onSuccess: () => setSaid('forgotten') })
            }
          >
            {t('payments:way.forget')}
          </Button>
        </ButtonGroup>
      ) : null}
    </section>
  )
}

const EMPTY = { name: '', sortCode: '', accountNumber: '', iban: '', address: '' }

function WayForm({ setWay: set, onSaved }: { setWay: Acts['setWay']; onSaved: () => void }) {
  const { t } = useTranslation('payments')
  const f = useSchemaForm<Typed>({ schema, ns: 'payments', defaultValues: EMPTY })
  const kind = f.watch('kind')
  const send = f.handleSubmit((typed) => set.mutateAsync(wayOf(typed)).then(onSaved, f.refuse))
  const field = (name: 'name' | 'sortCode' | 'accountNumber' | 'iban', hint?: string) => (
    <TextField
      key={name}
      {...f.register(name)}
      label={t(`way.${name}`)}
      {...(hint ? { hint: t(`way.${hint}`) } : {})}
      error={f.errorOf(name)}
      autoComplete="off"
      spellCheck={false}
      inputMode={name === 'sortCode' || name === 'accountNumber' ? 'numeric' : 'text'}
    />
  )
  const reveals: Partial<Record<Kind, React.ReactNode>> = {
    uk: [field('name'), field('sortCode', 'sortCodeHint'), field('accountNumber', 'accountHint')],
    iban: [field('name'), field('iban', 'ibanHint')],
    post: (
      <TextArea
        {...f.register('address')}
        label={t('way.address')}
        error={f.errorOf('address')}
        rows={3}
        maxCharacters={300}
      />
    ),
  }
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <Radios
        {...f.register('kind')}
        legend={t('way.question')}
        hint={t('way.secret')}
        error={f.errorOf('kind')}
        choices={KINDS.map((value) => ({
          value,
          label: t(`way.kind.${value}`),
          hint: t(`way.kindHint.${value}`),
          reveals: kind === value ? reveals[value] : undefined,
        }))}
      />
      <Button type="submit" kind="secondary" busy={set.isPending}>
        {t('way.save')}
      </Button>
    </form>
  )
}
