import { codesignContract, RUNGS, startGroup } from '@howcanwe/shared/codesign'
import type { CallArgs } from '@howcanwe/shared/http'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { keyOf, useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { useDeviceDraft } from '../../lib/use-device-draft.ts'
import {
  Button,
  ErrorSummary,
  Notice,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { draftKey, EMPTY, keptGroup } from './start-draft.ts'

/** The contract's body, with the number as people type it. */
const form = z.strictObject({
  ...startGroup.shape,
  rung: z.pipe(z.string(), startGroup.shape.rung),
  places: z.pipe(z.pipe(z.string(), z.transform(Number)), startGroup.shape.places),
})

export interface StartFormProps {
  challengeId: string
  facilitators: readonly { id: string; name: string }[]
  onStarted: (groupId: string) => void
}

/** A group with its power statement (CD1): plain sentences, read by everyone before they join. */
export function StartForm({ challengeId, facilitators, onStarted }: StartFormProps) {
  const { t } = useTranslation('codesign')
  const { moment } = useFormats()
  const call = useCall()
  const client = useQueryClient()
  const [keptAt, setKeptAt] = useState<Date>()
  const f = useSchemaForm({ schema: form, ns: 'codesign', defaultValues: EMPTY })
  const draft = useDeviceDraft(draftKey(challengeId), f.watch())
  const { reset } = f
  useEffect(() => {
    const kept = keptGroup(challengeId)
    if (!kept) return
    reset(kept.typed)
    setKeptAt(kept.at)
  }, [challengeId, reset])
  const send = f.handleSubmit(async () => {
    const typed = f.getValues()
    const body = { ...typed, places: Number(typed.places) } as CallArgs<
      typeof codesignContract.start
    >['body']
    try {
      const group = await call(codesignContract.start, { params: { challengeId }, body })
      draft.drop()
      void client.invalidateQueries({ queryKey: keyOf(codesignContract.list) })
      onStarted(group.id)
    } catch (error) {
      f.refuse(error)
    }
  })
  const line = (name: 'name' | 'answersBy') => ({ ...f.register(name), error: f.errorOf(name) })
  const box = (name: 'about' | 'decides' | 'shapes' | 'fixed' | 'youGet', max: number) => ({
    ...f.register(name),
    label: t(`start.${name}`),
    error: f.errorOf(name),
    value: f.watch(name),
    rows: 3,
    maxCharacters: max,
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      {keptAt ? <Notice heading={t('start.kept', { day: moment(keptAt) })} /> : null}
      <TextField {...line('name')} label={t('start.name')} hint={t('start.nameHint')} />
      <TextArea {...box('about', 1000)} />
      <Radios
        {...f.register('rung')}
        value={f.watch('rung')}
        legend={t('start.rung')}
        hint={t('start.rungHint')}
        error={f.errorOf('rung')}
        choices={RUNGS.map((value) => ({ value, label: t(`start.rungs.${value}`) }))}
      />
      <TextArea {...box('decides', 600)} hint={t('start.decidesHint')} />
      <TextArea {...box('shapes', 600)} />
      <TextArea {...box('fixed', 600)} hint={t('start.fixedHint')} />
      <TextField
        {...line('answersBy')}
        label={t('start.answersBy')}
        hint={t('start.answersByHint')}
      />
      <TextArea {...box('youGet', 600)} hint={t('start.youGetHint')} />
      <Select
        {...f.register('facilitatorId')}
        label={t('start.facilitator')}
        hint={facilitators.length > 0 ? t('start.facilitatorHint') : t('start.noFacilitators')}
        error={f.errorOf('facilitatorId')}
        placeholder={t('start.facilitatorChoose')}
        options={facilitators.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        {...f.register('places')}
        label={t('start.places')}
        hint={t('start.placesHint')}
        error={f.errorOf('places')}
        inputMode="numeric"
        width={3}
      />
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('start.send')}
      </Button>
    </form>
  )
}
