import { further } from '../further-paths.ts'
import { SignedIn } from '../signed-in.tsx'
import { Putting } from './put-proposal-page.tsx'

/** A broker types a question for somebody who says it, and reads it back (decision 27). */
export function TypeProposalPage() {
  return (
    <SignedIn roles={['broker']}>
      <Putting forSomebody backTo={further.proposalsDesk()} />
    </SignedIn>
  )
}
