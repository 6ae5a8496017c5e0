import type { Labelled } from './labelled.ts'

/** Written after the first rules and measured on them, then used to widen them. Spent: the fourth list counts now. */
export const SECOND_NL: readonly Labelled[] = [
  [
    'Je moet kunnen aantonen dat je omzet de laatste drie jaar boven een half miljoen lag.',
    ['turnover'],
  ],
  ['De solvabiliteit van de aanvrager is minstens 25 procent.', ['turnover']],
  ['Hoe groot je bent of hoeveel je omzet, maakt ons niet uit.', []],
  [
    'De cijfers over 2024 en 2025, goedgekeurd door een accountant, stuur je mee.',
    ['audited-accounts'],
  ],
  ['Bij de aanvraag hoort een accountantsverklaring.', ['audited-accounts']],
  ['Een jaarverslag van één kantje is genoeg.', []],
  ['Upload het verzekeringsbewijs samen met je aanmelding.', ['papers-before-award']],
  ['Aanvragers sturen hun gedragscode en privacyverklaring mee.', ['papers-before-award']],
  ['De gekozen groepen regelen hun verzekering voor de eerste bijeenkomst; wij betalen die.', []],
  ['Deelnemers aan de leesclub moeten een VCA-diploma hebben.', ['unrelated-requirement']],
  [
    'Ook voor het buurtdiner geldt dat de organisatie ISO 9001-gecertificeerd moet zijn.',
    ['unrelated-requirement'],
  ],
  ['De steigerbouwer heeft een VCA-diploma.', []],
  [
    'Kleine clubs kunnen alleen meedoen als onderaannemer van een grote welzijnsorganisatie.',
    ['merging-or-size'],
  ],
  ['De aanvrager heeft ten minste tien mensen in loondienst.', ['merging-or-size']],
  ['Je mag samen met een andere groep antwoorden.', []],
  ['Het projectplan telt hoogstens 15 bladzijden.', ['answer-burden']],
  ['Vul alle 22 vragen volledig in.', ['answer-burden']],
  ['Je schrijft een plan van 2.500 woorden.', ['answer-burden']],
  ['Het invullen kost ongeveer tien minuten.', []],
  ['De inschrijving sluit op 27 augustus 2026.', ['open-window']],
  ['Stuur je offerte binnen één week terug.', ['open-window']],
  ['Een kapotte lamp wordt binnen vijf werkdagen vervangen.', []],
  [
    'Het bedrag wordt overgemaakt als het project klaar is en de verantwoording is goedgekeurd.',
    ['arrears-only'],
  ],
  ['Je declareert de gemaakte kosten na afloop.', ['arrears-only']],
  ['De eerste termijn krijg je op de dag dat we tekenen.', []],
  ['Wie meedenkt, doet dat vrijwillig en krijgt er niets voor.', ['unpaid-time']],
  ['Er is geen geld om de uren van je medewerkers te vergoeden.', ['unpaid-time']],
  ['Mantelzorgers krijgen vervanging betaald als ze komen.', []],
  ['De wijkteams gaan werken met het platform BuurtBuddy.', ['named-solution']],
  ['We verlengen het contract met Zorgrijk B.V. met twee jaar.', ['named-solution']],
  ['Hoe kunnen we zorgen dat mensen zonder internet hun huisarts bereiken?', []],
  ['Het hele pakket gaat naar een enkele aanbieder.', ['one-lot']],
  ['Je kunt je voor één onderdeel opgeven of voor allemaal.', []],
  ['Noem twee opdrachtgevers die we mogen bellen.', ['track-record']],
  [
    'De organisatie heeft in de afgelopen vijf jaar minstens drie soortgelijke projecten uitgevoerd.',
    ['track-record'],
  ],
  ['Nieuwe groepen zijn net zo welkom als oude.', []],
]
