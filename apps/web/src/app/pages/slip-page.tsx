import { typedContract } from '@howcanwe/shared/cases'
import { useTranslation } from 'react-i18next'
import { useClaim } from '../../features/cases/typed.queries.ts'
import { TypedList } from '../../features/cases/typed-list.tsx'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ButtonLink, ErrorSummary, Notice, PageHeading, TextField } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** Somebody has a slip: they take over what was typed for them (PE3). */
export function SlipPage() {
  return (
    <SignedIn>
      <Claim />
    </SignedIn>
  )
}

function Claim() {
  const { t } = useTranslation('typed')
  const claim = useClaim()
  const form = useSchemaForm({
    schema: typedContract.claim.body,
    ns: 'typed',
    defaultValues: { code: '' },
  })
  const send = form.handleSubmit(async ({ code }) => {
    try {
      await claim.mutateAsync(code)
    } catch (error) {
      form.refuse(error)
    }
  })
  if (claim.data)
    return (
      <>
        <PageHeading title={t('claim.title')} />
        <Notice kind="success" heading={t('claim.done', { name: claim.data.name })} focus>
          <p className="govuk-body">{t('claim.doneText')}</p>
        </Notice>
        <TypedList organisationId={claim.data.organisationId} />
        <ButtonLink to={paths.organisation()}>{t('claim.go')}</ButtonLink>
      </>
    )
  return (
    <>
      <PageHeading title={t('claim.title')} lead={t('claim.lead')} />
      <form noValidate onSubmit={send}>
        <ErrorSummary errors={form.summary} />
        <TextField
          {...form.register('code')}
          label={t('claim.code')}
          hint={t('claim.hint')}
          error={form.errorOf('code')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          width={20}
        />
        <Button type="submit" busy={claim.isPending}>
          {t('claim.send')}
        </Button>
      </form>
    </>
  )
}
