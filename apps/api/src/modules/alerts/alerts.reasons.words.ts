import type { Reason } from '@howcanwe/shared/matching'

/**
 * Why a challenge may suit somebody, in the words of their own page; a test holds the two together. Only what speaks
 * for it: an email says why somebody may want to answer, never why not.
 */
export const REASON_WORDS: Record<'en' | 'nl', Partial<Record<Reason, string>>> = {
  en: {
    'themes-shared': 'Your work is about {{themes}}.',
    'themes-card': 'You already do this: “{{title}}”, about {{themes}}.',
    'words-shared': 'You use words of this question: {{words}}.',
    'areas-covered': 'You work in {{areas}}.',
    'reach-trusted': 'People who trust you and come to you: {{community}}, about {{people}}.',
    'reach-weekly': 'People you see every week: {{community}}, about {{people}}.',
    'reach-members': 'People among your members: {{community}}, about {{people}}.',
    'lived-led-by': 'You are led by people who live with it themselves.',
    'lived-majority': 'Most of your board, staff or volunteers live with it themselves.',
    'lived-some': 'Some of you live with it yourselves.',
    'complement-skills': 'You could bring: {{skills}}.',
    'complement-premises': 'You have a room to share: {{name}}, with {{seats}} seats.',
    'complement-reach': 'People you know: {{community}}.',
    'time-enough': 'You can spare {{hours}} hours a month; {{asked}} are asked.',
    'time-part': 'You can spare {{hours}} of the {{asked}} hours a month asked.',
    'time-backfill':
      'You could make the {{asked}} hours a month if someone covers your work, and pay for that is on offer.',
    'sphere-new': 'Your sector is welcome: different kinds of organisation see different things.',
  },
  nl: {
    'themes-shared': 'Jullie houden je bezig met {{themes}}.',
    'themes-card': 'Jullie doen dit al: “{{title}}”, over {{themes}}.',
    'words-shared': 'Jullie gebruiken woorden uit dit vraagstuk: {{words}}.',
    'areas-covered': 'Jullie werken in {{areas}}.',
    'reach-trusted':
      'Mensen die jullie vertrouwen en naar jullie toe komen: {{community}}, ongeveer {{people}}.',
    'reach-weekly': 'Mensen die jullie elke week zien: {{community}}, ongeveer {{people}}.',
    'reach-members': 'Mensen onder jullie leden: {{community}}, ongeveer {{people}}.',
    'lived-led-by': 'Jullie worden geleid door mensen die er zelf mee leven.',
    'lived-majority':
      'De meesten van jullie bestuur, personeel of vrijwilligers leven er zelf mee.',
    'lived-some': 'Sommigen van jullie leven er zelf mee.',
    'complement-skills': 'Jullie kunnen meebrengen: {{skills}}.',
    'complement-premises':
      'Jullie hebben een ruimte om te delen: {{name}}, met {{seats}} plaatsen.',
    'complement-reach': 'Mensen die jullie kennen: {{community}}.',
    'time-enough': 'Jullie hebben {{hours}} uur per maand over; er wordt {{asked}} gevraagd.',
    'time-part': 'Jullie hebben {{hours}} van de gevraagde {{asked}} uur per maand.',
    'time-backfill':
      'Jullie halen de {{asked}} uur per maand als iemand jullie werk overneemt, en daar is geld voor.',
    'sphere-new':
      'Jullie sector is welkom: verschillende soorten organisaties zien verschillende dingen.',
  },
}
