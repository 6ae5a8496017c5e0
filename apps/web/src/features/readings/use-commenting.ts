import type { Result } from '@howcanwe/shared/http'
import type { readingsContract } from '@howcanwe/shared/readings'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codeOf, sentenceOf } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useDeviceDraft } from '../../lib/use-device-draft.ts'
import { type About, keyOf, wordsOnly } from './kept.ts'
import { useSay } from './readings.queries.ts'

export type Said = Result<typeof readingsContract.comment>
export const RESIDENT = 'resident'

export interface Commenting {
  challengeId: string
  about: About
  /** Words from before signing in, or from under another sentence. */
  words: string
  onWords: (words: string) => void
  /** Seconds of reading and writing so far. */
  seconds: () => number
  onSent: (said: Said) => void
}

/** The words, as whom they are said, the device's copy of them, and sending them. */
export function useCommenting(props: Commenting) {
  const { challengeId, about, seconds, onWords, onSent } = props
  const { t } = useTranslation(['readings', 'problems'])
  const [who, setWho] = useState(RESIDENT)
  const say = useSay(challengeId)
  const defaultValues = { words: props.words }
  const form = useSchemaForm({ schema: wordsOnly, ns: 'readings', defaultValues })
  const words = form.watch('words')
  useEffect(() => onWords(words))
  const draft = useDeviceDraft(keyOf(challengeId), { about, words }, (value) => ({
    ...value,
    seconds: seconds(),
  }))
  const send = form.handleSubmit(async (written) => {
    try {
      const said = await say.mutateAsync({
        ...written,
        ...(about === 'whole' ? {} : about),
        ...as(who),
        secondsTaken: seconds(),
      })
      draft.drop()
      onSent(said)
    } catch (error) {
      // What is refused about the sentence or the group has no box of its own here.
      if (codeOf(error).startsWith('readings.'))
        form.setError('root.server', { message: sentenceOf(t, error) })
      else form.refuse(error)
    }
  })
  return { form, who, setWho, send, busy: say.isPending }
}

const as = (who: string) =>
  who === RESIDENT
    ? ({ readsAs: 'resident' } as const)
    : ({ readsAs: 'organisation', organisationId: who } as const)
