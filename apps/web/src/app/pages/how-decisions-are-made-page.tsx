import { Prose } from '../prose.tsx'

/** What people decide here, what the computer does, and what is written down. */
export function HowDecisionsAreMadePage() {
  return <Prose page="decisions" sections={['dates', 'suggest', 'choose', 'record']} />
}
