import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { sentenceOf } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Checkboxes, ErrorSummary, Notice, TextField } from '../../ui/index.ts'
import { useOpenPlace } from './own-places.queries.ts'

/** Mail scanners open links too, so opening one does nothing; the press opens the place. */
export function OpenByLink({ link, onOpened }: { link: string; onOpened: () => void }) {
  const { t } = useTranslation(['codesign', 'problems'])
  const open = useOpenPlace()
  const [sharedDevice, setShared] = useState(false)
  return (
    <>
      {open.error ? <Notice kind="warning" heading={sentenceOf(t, open.error)} focus /> : null}
      <Shared onChange={setShared} />
      <Button
        busy={open.isPending}
        onClick={() => open.mutate({ link, sharedDevice }, { onSuccess: onOpened })}
      >
        {t('codesign:place.open')}
      </Button>
    </>
  )
}

function Shared({ onChange }: { onChange: (on: boolean) => void }) {
  const { t } = useTranslation('codesign')
  return (
    <Checkboxes
      name="sharedDevice"
      legend={t('place.device')}
      onChange={(event) => onChange(event.currentTarget.checked)}
      choices={[{ value: 'shared', label: t('place.shared'), hint: t('place.sharedHint') }]}
    />
  )
}

const words = z.object({
  reference: z.string().check(z.minLength(1), z.maxLength(40)),
  words: z.string().check(z.minLength(1), z.maxLength(60)),
})

/** The reference and the words of a slip, typed as they come. */
export function OpenByWords({ onOpened }: { onOpened: () => void }) {
  const { t } = useTranslation('codesign')
  const open = useOpenPlace()
  const [sharedDevice, setShared] = useState(false)
  const form = useSchemaForm({
    schema: words,
    ns: 'codesign',
    defaultValues: { reference: '', words: '' },
  })
  const send = form.handleSubmit(async (typed) => {
    try {
      await open.mutateAsync({ ...typed, sharedDevice })
      onOpened()
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('reference')}
        label={t('place.reference')}
        hint={t('place.referenceHint')}
        error={form.errorOf('reference')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        width={10}
      />
      <TextField
        {...form.register('words')}
        label={t('place.words')}
        hint={t('place.wordsHint')}
        error={form.errorOf('words')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        width={20}
      />
      <Shared onChange={setShared} />
      <Button type="submit" busy={open.isPending}>
        {t('place.open')}
      </Button>
    </form>
  )
}
