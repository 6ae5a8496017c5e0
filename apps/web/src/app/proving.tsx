import { lazy, type ReactNode, Suspense, use, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../lib/errors.ts'
import { wordsFor } from '../lib/i18n.ts'
import { ButtonLink, Loading, PageHeading } from '../ui/index.ts'
import { paths } from './paths.ts'

const WORDS = ['passkeys', 'problems']
const Step = lazy(() =>
  import('../features/passkeys/prove-step.tsx').then((m) => ({ default: m.ProveStep })),
)

/** Refusals that end when somebody shows once more that it is them. */
export const asksForProof = (error: unknown): boolean =>
  isProblem(error, 'auth.prove_again') || isProblem(error, 'auth.second_factor')

export interface ProofProps {
  onProven: () => void
  onLeave?: () => void
  /** Only a passkey or a recovery code will do. */
  factor?: boolean
}

/** The step in which somebody shows that it is them; its code and words come when it is needed. */
export function Proof(props: ProofProps) {
  return (
    <Suspense fallback={<Loading lines={2} />}>
      <WithWords {...props} />
    </Suspense>
  )
}

function WithWords(props: ProofProps) {
  const { t, i18n } = useTranslation('passkeys')
  use(wordsFor(i18n, WORDS))
  const add = <ButtonLink to={paths.myPart({ part: 'passkeys' })}>{t('add')}</ButtonLink>
  return <Step {...props} add={add} />
}

/** Instead of a page whose role waits for a passkey in this session: once that was shown, the page is there. */
export function Asleep() {
  return (
    <Suspense fallback={<Loading />}>
      <AsleepWithWords />
    </Suspense>
  )
}

function AsleepWithWords() {
  const { t, i18n } = useTranslation('passkeys')
  use(wordsFor(i18n, WORDS))
  return (
    <>
      <PageHeading title={t('asleep.title')} lead={t('asleep.text')} />
      <WithWords factor onProven={() => undefined} />
    </>
  )
}

interface Waiting {
  factor: boolean
  done: (proven: boolean) => void
}

/**
 * For anything that may be refused because it may be somebody else: `prove(work)` does it, asks them to show that it
 * is them where it has to, and does it again, with everything they typed still there. Draw `step` near what they pressed.
 *
 * @example
 * const { prove, step } = useProof()
 * await prove(() => call(contract.erase, { body }))
 */
export function useProof(): {
  prove: <T>(work: () => Promise<T>) => Promise<T>
  step: ReactNode
} {
  const [waiting, setWaiting] = useState<Waiting>()
  const shown = (factor: boolean) =>
    new Promise<boolean>((done) => setWaiting({ factor, done })).finally(() =>
      setWaiting(undefined),
    )
  const prove = async <T,>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (!asksForProof(error)) throw error
      if (!(await shown(isProblem(error, 'auth.second_factor')))) throw error
      return work()
    }
  }
  const step = waiting ? (
    <Proof
      factor={waiting.factor}
      onProven={() => waiting.done(true)}
      onLeave={() => waiting.done(false)}
    />
  ) : null
  return { prove, step }
}
