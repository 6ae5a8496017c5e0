import {
  matchingContract,
  newWeights,
  PARTS,
  type Part,
  type PlaceWeights,
  WEIGHT_RANGES,
} from '@howcanwe/shared/matching'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, TextArea, TextField } from '../../ui/index.ts'

export interface WeightsFormProps {
  placeId: string
  found: PlaceWeights
  /** Asks who presses where it has to, and goes on. */
  prove: <T>(work: () => Promise<T>) => Promise<T>
  onSet: (after: PlaceWeights) => void
}

const numberOf = (typed: unknown) => (typed === '' || typed == null ? '' : Number(typed))
const startOf = ({ weights }: PlaceWeights) =>
  Object.fromEntries(weights.map(({ part, weight }) => [part, weight])) as Record<Part, number>

/** Six numbers that come to 100, and why. */
export function WeightsForm({ placeId, found, prove, onSet }: WeightsFormProps) {
  const { t } = useTranslation(['match-weights', 'matching'])
  const call = useCall()
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
      f.refuse(error)
    }
  })
  const typed = f.watch('weights')
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary
        errors={f.summary.map((one) =>
          'name' in one && one.name === 'weights' ? { ...one, name: 'weights.theme' } : one,
        )}
      />
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
