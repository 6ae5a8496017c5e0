import { PasskeysView } from '../../features/passkeys/passkeys-view.tsx'
import { useProof } from '../proving.tsx'

/** The passkeys of whoever is signed in, under My details. */
export function MyPasskeys() {
  const { prove, step } = useProof()
  return (
    <>
      {step}
      <PasskeysView prove={prove} />
    </>
  )
}
