import { type OwnWay, setWay } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { sentenceOf } from '../../lib/errors.ts'
import { fieldErrorFrom, useSchemaForm } from '../../lib/form.ts'
import { Button, ButtonGroup, Details, ErrorSummary, Notice, Radios } from '../../ui/index.ts'
import type { useOwnActs } from './payments.queries.ts'
import { NO_DETAILS, revealsOf, type TypedWay, WAY_KINDS, wayOf } from './way-fields.tsx'

/** The contract's own look at it, with each complaint beside its field. */
const schema: z.ZodMiniType<unknown, TypedWay> = z
  .object({
    kind: z.enum(WAY_KINDS),
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

function WayForm({ setWay: set, onSaved }: { setWay: Acts['setWay']; onSaved: () => void }) {
  const { t } = useTranslation('payments')
  const f = useSchemaForm<TypedWay>({ schema, ns: 'payments', defaultValues: NO_DETAILS })
  const kind = f.watch('kind')
  const send = f.handleSubmit((typed) => set.mutateAsync(wayOf(typed)).then(onSaved, f.refuse))
  const reveals = revealsOf(f, t)
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <Radios
        {...f.register('kind')}
        legend={t('way.question')}
        hint={t('way.secret')}
        error={f.errorOf('kind')}
        choices={WAY_KINDS.map((value) => ({
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
