import {
  matchingContract,
  newWeights,
  PARTS,
  type Part,
  type PlaceWeights,
  WEIGHT_RANGES,
} from '@howcanwe/shared/matching'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { isProblem } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, Notice, TextArea, TextField } from '../../ui/index.ts'

export interface WeightsFormProps {
  placeId: string
  found: PlaceWeights
  /** Asks who presses where it has to, and goes on. */
  prove: <T>(work: () => Promise<T>) => Promise<T>
  onSet: (after: PlaceWeights) => void
  /** Another steward changed them meanwhile: reads what stands now. */
  onStale: () => Promise<unknown>
}

const numberOf = (typed: unknown) => (typed === '' || typed == null ? '' : Number(typed))
const startOf = ({ weights }: PlaceWeights) =>
  Object.fromEntries(weights.map(({ part, weight }) => [part, weight])) as Record<Part, number>

function useWeightsForm({ placeId, found, prove, onSet, onStale }: WeightsFormProps) {
  const call = useCall()
  const [isBehind, setBehind] = useState(false)
  const f = useSchemaForm({
    schema: newWeights,
    ns: 'match-weights',
    defaultValues: { weights: startOf(found), reason: '' },
  })
  const send = f.handleSubmit(async (body) => {
    const seen = { ifMatch: found.version }
    try {
      const change = () => call(matchingContract.setOfPlace, { params: { placeId }, body }, seen)
      onSet(await prove(change))
    } catch (error) {
      if (!isProblem(error, 'request.stale')) return f.refuse(error)
      await onStale()
      setBehind(true)
    }
  })
  return { f, send, isBehind }
}

/** Six numbers that come to 100, and why. What is typed stays, whoever else changes them meanwhile. */
export function WeightsForm(props: WeightsFormProps) {
  const { t } = useTranslation(['match-weights', 'matching'])
  const { f, send, isBehind } = useWeightsForm(props)
  const typed = f.watch('weights')
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary
        errors={f.summary.map((one) =>
          'name' in one && one.name === 'weights' ? { ...one, name: 'weights.theme' } : one,
        )}
      />
      {isBehind ? <Theirs found={props.found} /> : null}
      {PARTS.map((part) => (
        <TextField
          key={part}
          {...f.register(`weights.${part}`, { setValueAs: numberOf })}
          label={t(`matching:parts.${part}`)}
          hint={`${t(`here.what.${part}`)} ${t('set.range', { ...WEIGHT_RANGES[part] })}`}
          error={
            f.errorOf(`weights.${part}`) ?? (part === 'theme' ? f.errorOf('weights') : undefined)
          }
          width={3}
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
        />
      ))}
      <Total sum={PARTS.reduce((sum, part) => sum + (Number(typed[part]) || 0), 0)} />
      <TextArea
        {...f.register('reason')}
        rows={3}
        label={t('set.reason')}
        hint={t('set.reasonHint')}
        error={f.errorOf('reason')}
        value={f.watch('reason')}
        maxCharacters={500}
      />
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('set.send')}
      </Button>
    </form>
  )
}

/** What another steward chose in between, beside what is typed here. */
function Theirs({ found }: { found: PlaceWeights }) {
  const { t } = useTranslation(['match-weights', 'matching'])
  const line = found.weights
    .map(({ part, weight }) => t('here.one', { part: t(`matching:parts.${part}`), weight }))
    .join(' · ')
  return (
    <Notice key={found.version} kind="warning" heading={t('set.stale')} focus>
      <p className="govuk-body">{t('set.now', { line })}</p>
      <p className="govuk-body">{found.history[0]?.reason}</p>
    </Notice>
  )
}

/** The running sum, and what is left or too much. */
function Total({ sum }: { sum: number }) {
  const { t } = useTranslation(['match-weights', 'matching'])
  const key = sum === 100 ? 'set.whole' : sum < 100 ? 'set.left' : 'set.over'
  return (
    <p className="govuk-body" role="status">
      <strong>{t(key, { sum, rest: Math.abs(100 - sum) })}</strong>
    </p>
  )
}
