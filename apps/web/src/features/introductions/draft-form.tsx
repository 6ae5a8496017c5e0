import { KNOWN } from '@howcanwe/shared/actors'
import {
  draftIntroduction,
  type Introduction,
  introductionsContract,
} from '@howcanwe/shared/introductions'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, Radios, TextArea } from '../../ui/index.ts'
import { PickOrganisation } from './pick-organisation.tsx'

type Typed = z.output<typeof draftIntroduction>
type Named = { id: string; name: string }

/** Whom to bring together, and one sentence about each, which the other reads. */
export function DraftForm({
  placeId,
  challengeId,
  first,
  second,
  onDrafted,
}: {
  placeId: string
  /** The challenge it is about, where the broker came from one. */
  challengeId?: string | undefined
  first?: Named | undefined
  second?: Named | undefined
  onDrafted: (drafted: Introduction) => void
}) {
  const { t } = useTranslation('introductions')
  const call = useCall()
  const f = useSchemaForm({
    schema: draftIntroduction,
    ns: 'introductions',
    defaultValues: {
      placeId,
      ...(challengeId ? { challengeId } : {}),
      first: { organisationId: first?.id ?? '', about: '' },
      second: { organisationId: second?.id ?? '', about: '' },
    },
  })
  const send = f.handleSubmit(async (typed) => {
    try {
      onDrafted(await call(introductionsContract.draft, { body: typed as Typed }))
      f.reset()
    } catch (error) {
      f.refuse(error)
    }
  })
  const sides = { first, second }
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      {(['first', 'second'] as const).map((turn) => (
        <div key={turn}>
          <PickOrganisation
            name={`${turn}.organisationId`}
            label={t(`draft.${turn}`)}
            placeId={placeId}
            known={sides[turn]}
            value={f.watch(`${turn}.organisationId`)}
            error={f.errorOf(`${turn}.organisationId`)}
            onPick={(id) => f.setValue(`${turn}.organisationId`, id)}
          />
          <TextArea
            {...f.register(`${turn}.about`)}
            label={t('draft.about')}
            hint={t('draft.aboutHint')}
            error={f.errorOf(`${turn}.about`)}
            maxCharacters={200}
            rows={3}
          />
        </div>
      ))}
      <Radios
        {...f.register('guess')}
        legend={t('draft.guess')}
        hint={t('draft.guessHint')}
        error={f.errorOf('guess')}
        choices={KNOWN.map((value) => ({ value, label: t(`known.${value}`) }))}
      />
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('draft.send')}
      </Button>
    </form>
  )
}
