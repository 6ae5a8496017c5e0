import { further } from './further-paths.ts'
import type { Pages } from './matched.tsx'
import { page } from './page.tsx'

/**
 * Pages of those who bring people together: whom they help and type for, whom they know, who is introduced to whom; a part
 * of pages-of-the-desk.tsx.
 */
export const deskOfBrokers: Pages = [
  [
    further.supportDesk.path,
    page(
      () => import('./pages/support-desk-page.tsx').then((m) => m.SupportDeskPage),
      ['support-exchange'],
    ),
  ],
  [
    further.hoursDesk.path,
    page(() => import('./pages/hours-desk-page.tsx').then((m) => m.HoursDeskPage), ['hours']),
  ],
  [
    further.cases.path,
    page(
      () => import('./pages/cases-page.tsx').then((m) => m.CasesPage),
      ['cases', 'cases+pick', 'problems'],
    ),
  ],
  [
    further.case.path,
    page(() => import('./pages/case-page.tsx').then((m) => m.CasePage), ['cases', 'problems']),
  ],
  [
    further.mapDesk.path,
    page(
      () => import('./pages/map-desk-page.tsx').then((m) => m.MapDeskPage),
      ['actors+own', 'organisations', 'places', 'problems'],
    ),
  ],
  [
    further.contacts.path,
    page(
      () => import('./pages/contacts-page.tsx').then((m) => m.ContactsPage),
      ['contacts', 'places', 'problems'],
    ),
  ],
  [
    further.contactsImport.path,
    page(
      () => import('./pages/contacts-import-page.tsx').then((m) => m.ContactsImportPage),
      ['contacts', 'problems'],
    ),
  ],
  [
    further.contact.path,
    page(
      () => import('./pages/contact-page.tsx').then((m) => m.ContactPage),
      ['contacts', 'places', 'problems'],
    ),
  ],
  [
    further.introductionsDesk.path,
    page(
      () => import('./pages/introductions-desk-page.tsx').then((m) => m.IntroductionsDeskPage),
      ['introductions+desk', 'new-ties', 'problems'],
    ),
  ],
  [
    further.typeFor.path,
    page(
      () => import('./pages/type-for-page.tsx').then((m) => m.TypeForPage),
      ['typed', 'cases+pick', 'problems'],
    ),
  ],
  [
    further.typeOrganisation.path,
    page(
      () => import('./pages/type-organisation-page.tsx').then((m) => m.TypeOrganisationPage),
      ['typed', 'organisations', 'places', 'problems'],
    ),
  ],
  [
    further.typeCapacity.path,
    page(
      () => import('./pages/type-capacity-page.tsx').then((m) => m.TypeCapacityPage),
      ['typed', 'organisations', 'problems'],
    ),
  ],
  [
    further.typeInterest.path,
    page(
      () => import('./pages/type-interest-page.tsx').then((m) => m.TypeInterestPage),
      ['typed', 'interests', 'organisations', 'problems'],
    ),
  ],
]
