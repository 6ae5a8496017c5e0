import { ERASE_WORDS, type Erasure, identityContract } from '@howcanwe/shared/identity'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, ButtonGroup, ErrorSummary, Notice, TextField } from '../../ui/index.ts'
import { useErasure } from './identity.queries.ts'

const GOES = ['name', 'contact', 'signedIn', 'needs', 'drafts'] as const
const STAYS = ['sent', 'decided', 'agreed'] as const

export interface EraseFormProps {
  onErased: () => void
  /** Where something is handed over, by what it is. */
  handOver: (kind: Erasure['blockers'][number]['kind']) => ReactNode
  /** A way back without doing anything. */
  keep: ReactNode
  /** Does a piece of work; where it may be somebody else, asks them to show that it is them and does it again. */
  prove: <T>(work: () => Promise<T>) => Promise<T>
}

/** What erasing means, what stands in its way, and the word that does it. */
export function EraseForm({ onErased, handOver, keep, prove }: EraseFormProps) {
  const erasure = useErasure()
  return (
    <Loaded query={erasure}>
      {(found) => (
        <>
          <WhatItMeans erasure={found} />
          {found.blockers.length > 0 ? (
            <Blocked blockers={found.blockers} handOver={handOver} />
          ) : (
            <TheWord onErased={onErased} keep={keep} prove={prove} />
          )}
        </>
      )}
    </Loaded>
  )
}

function WhatItMeans({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation('identity')
  const { list } = useFormats()
  const { groupsLeft, organisationsThatEnd } = erasure
  return (
    <>
      <h2 className="govuk-heading-m">{t('erase.whatGoes')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {GOES.map((what) => (
          <li key={what}>{t(`erase.goes.${what}`)}</li>
        ))}
      </ul>
      {groupsLeft.length > 0 ? (
        <p className="govuk-body">{t('erase.groups', { names: list(groupsLeft) })}</p>
      ) : null}
      {organisationsThatEnd.length > 0 ? (
        <p className="govuk-body">
          {t('erase.organisations', { names: list(organisationsThatEnd) })}
        </p>
      ) : null}
      <h2 className="govuk-heading-m">{t('erase.whatStays')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {STAYS.map((what) => (
          <li key={what}>{t(`erase.stays.${what}`)}</li>
        ))}
      </ul>
    </>
  )
}

function Blocked({
  blockers,
  handOver,
}: Pick<Erasure, 'blockers'> & Pick<EraseFormProps, 'handOver'>) {
  const { t } = useTranslation('identity')
  return (
    <Notice kind="warning" heading={t('erase.blocked')}>
      <ul className="govuk-list govuk-list--bullet">
        {blockers.map(({ kind, id, label }) => (
          <li key={id}>
            {t(`erase.blockers.${kind}`, { label: label || t('erase.unnamed') })} {handOver(kind)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function TheWord({ onErased, keep, prove }: Pick<EraseFormProps, 'onErased' | 'keep' | 'prove'>) {
  const { t } = useTranslation('identity')
  const call = useCall()
  const form = useSchemaForm({
    schema: identityContract.erase.body,
    ns: 'identity',
    defaultValues: { word: '' },
  })
  const erase = form.handleSubmit(async () => {
    try {
      await prove(() => call(identityContract.erase, { body: form.getValues() }))
      onErased()
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={erase}>
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('word')}
        label={t('erase.label')}
        hint={t('erase.hint')}
        error={form.errorOf('word')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={Math.max(...Object.values(ERASE_WORDS).map((w) => w.length)) + 5}
        width={10}
      />
      <ButtonGroup>
        <Button type="submit" kind="warning" busy={form.formState.isSubmitting}>
          {t('erase.press')}
        </Button>
        {keep}
      </ButtonGroup>
    </form>
  )
}
