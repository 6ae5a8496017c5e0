import { FundingOf } from './funding.tsx'
import { OwnServices } from './own-services.tsx'

/** What others publish of an organisation, for its own people and its broker: what it runs and who funded it. */
export function Published(props: { organisationId: string }) {
  return (
    <>
      <OwnServices {...props} />
      <FundingOf {...props} />
    </>
  )
}
