import { identityContract, type Me } from '@howcanwe/shared/identity'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { isLanguage, LANGUAGES, switchLanguage } from '../../lib/i18n.ts'
import { Button, ErrorSummary, Notice, Radios, TextField } from '../../ui/index.ts'

/** Name and language; the address is how a person signs in, so it is shown and not changed here. */
export function MyDetailsForm({ me }: { me: Me }) {
  const { t, i18n } = useTranslation('identity')
  const call = useCall()
  const client = useQueryClient()
  const [saved, setSaved] = useState(false)
  const form = useSchemaForm({
    schema: identityContract.changeMe.body,
    ns: 'identity',
    defaultValues: { displayName: me.displayName ?? '', language: me.language },
  })
  const save = form.handleSubmit(async () => {
    const body = form.getValues()
    setSaved(false)
    try {
      client.setQueryData(
        ['session'],
        await call(identityContract.changeMe, { body }, { ifMatch: me.version }),
      )
      if (isLanguage(body.language) && body.language !== i18n.language)
        await switchLanguage(i18n, body.language)
      setSaved(true)
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={save}>
      {saved ? <Notice kind="success" heading={t('me.saved')} focus /> : null}
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('displayName')}
        label={t('me.name')}
        hint={t('me.nameHint')}
        error={form.errorOf('displayName')}
        autoComplete="name"
        width={30}
      />
      <Radios
        legend={t('me.language')}
        name="language"
        choices={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
        value={form.watch('language')}
        onChange={async ({ target }) =>
          form.setValue('language', target.value === 'nl' ? 'nl' : 'en')
        }
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('me.save')}
      </Button>
    </form>
  )
}
