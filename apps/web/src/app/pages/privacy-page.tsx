import { Prose } from '../prose.tsx'

/** What is kept, where, who sees it and how to be rid of it. */
export function PrivacyPage() {
  return <Prose page="privacy" sections={['what', 'device', 'who', 'long', 'stop']} />
}
