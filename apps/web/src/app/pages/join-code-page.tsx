import { codesignContract } from '@howcanwe/shared/codesign'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import * as z from 'zod/mini'
import { queryFor } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, ErrorSummary, Link, Notice, PageHeading, TextField } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { Redirect } from '../redirect.tsx'

/** Where a poster leads: straight on with its words in the address, or to a box to type them in (CD2). */
export function JoinCodePage() {
  const { code } = useParams()
  return code ? <Onwards code={code} /> : <TypeWords />
}

function Onwards({ code }: { code: string }) {
  const { t } = useTranslation(['group-paper', 'problems'])
  const behind = useQuery({
    ...queryFor(codesignContract.behind, { params: { code } }),
    retry: false,
  })
  return (
    <Loaded
      query={behind}
      refused={() => (
        <>
          <Notice kind="warning" heading={t('problems:codesign.code_unknown')} />
          <TypeWords />
        </>
      )}
    >
      {({ groupId }) => <Redirect to={paths.joinGroup({ groupId })} />}
    </Loaded>
  )
}

const words = z.object({ code: z.string().check(z.minLength(1), z.maxLength(60)) })

function TypeWords() {
  const { t } = useTranslation('group-paper')
  const navigate = useNavigate()
  const form = useSchemaForm({ schema: words, ns: 'group-paper', defaultValues: { code: '' } })
  const send = form.handleSubmit(({ code }) => navigate(further.joinWith({ code: code.trim() })))
  return (
    <>
      <PageHeading title={t('join.title')} lead={t('join.lead')} />
      <form noValidate onSubmit={send}>
        <ErrorSummary errors={form.summary} />
        <TextField
          {...form.register('code')}
          label={t('join.words')}
          hint={t('join.hint')}
          error={form.errorOf('code')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          width={20}
        />
        <Button type="submit">{t('join.go')}</Button>
      </form>
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.groups()}>
          {t('join.all')}
        </Link>
      </p>
    </>
  )
}
