import { interestsContract as contract } from '@howcanwe/shared/interests'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queryFor } from '../../lib/api.ts'
import { useFormats } from '../../lib/format.ts'

/** How long answering took others here (M4); of one challenge too, once it has closed. */
export const useAnswerTimes = (placeId: string, challengeId?: string) =>
  useQuery({
    ...queryFor(contract.answerTimes, {
      params: { placeId },
      query: challengeId ? { challengeId } : {},
    }),
    staleTime: 300_000,
    retry: false,
  })

/** Seconds as whole minutes, never less than one and never rounded in our favour. */
export const wholeMinutes = (seconds: number): number => Math.max(1, Math.ceil(seconds / 60))

/**
 * The public p50 and p90 as a sentence: of this challenge where it has closed and five were counted, else of the
 * place, else the promise. Needs the catalogue `times`.
 */
export function AnswerTime({
  placeId,
  challengeId,
  promise,
}: {
  placeId: string
  challengeId?: string
  /** The challenge's own `answerMinutes`. */
  promise: number
}) {
  const { t } = useTranslation('times')
  const { minutes } = useFormats()
  const { data } = useAnswerTimes(placeId, challengeId)
  if (!data) return null
  const measured = data.challenge ?? data.place
  const words = (seconds: number) => minutes(wholeMinutes(seconds))
  return (
    <p className="govuk-body">
      {measured
        ? t(data.challenge ? 'challenge' : 'here', {
            half: words(measured.p50Seconds),
            most: words(measured.p90Seconds),
            count: measured.count,
          })
        : t('promise', { minutes: minutes(promise) })}
    </p>
  )
}
