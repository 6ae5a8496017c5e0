import { PageHeading } from '../../ui/index.ts'

export function StyleguidePage() {
  return <PageHeading title="Styleguide" />
}
