import { EverythingView } from '../../features/identity/everything-view.tsx'
import { asksForProof, Proof } from '../proving.tsx'

/** All of it in one file is worth stealing: whoever asks shows that it is them. */
export function MyEverything() {
  return (
    <EverythingView
      refused={(error, again) => (asksForProof(error) ? <Proof onProven={again} /> : null)}
    />
  )
}
