import type { Template } from '../notifications/index.ts'

interface Counted {
  where: string
  count: number
  desk: string
}

const paymentsEn = (n: number) => (n === 1 ? 'One payment' : `${n} payments`)
const betalingen = (n: number) => (n === 1 ? 'Eén betaling' : `${n} betalingen`)

/** To finance clerks: the two working days for a yes are over. */
export const approveLateLetter: Template<Counted> = {
  en: (f) => ({
    subject: `Waiting for your yes: ${paymentsEn(f.count).toLowerCase()} in ${f.where}`,
    paragraphs: [
      `${paymentsEn(f.count)} in ${f.where} should have been approved by now. Two working days: that is what people were promised.`,
      `Look at them together:\n${f.desk}`,
    ],
  }),
  nl: (f) => ({
    subject: `Wacht op je ja: ${betalingen(f.count).toLowerCase()} in ${f.where}`,
    paragraphs: [
      `${betalingen(f.count)} in ${f.where} ${f.count === 1 ? 'had' : 'hadden'} nu goedgekeurd moeten zijn. Twee werkdagen: dat is beloofd.`,
      `Bekijk ze samen:\n${f.desk}`,
    ],
  }),
}

/** To finance clerks and to whoever runs the group: the money should be there. */
export const payLateLetter: Template<Counted> = {
  en: (f) => ({
    subject: `People wait for their money: ${f.where}`,
    paragraphs: [
      `${paymentsEn(f.count)} in ${f.where} should have arrived by now. Five working days after the session: that is what people were promised.`,
      `See where the money is:\n${f.desk}`,
    ],
  }),
  nl: (f) => ({
    subject: `Mensen wachten op hun geld: ${f.where}`,
    paragraphs: [
      `${betalingen(f.count)} in ${f.where} had er nu moeten zijn. Vijf werkdagen na de bijeenkomst: dat is beloofd.`,
      `Kijk waar het geld is:\n${f.desk}`,
    ],
  }),
}

/** To whoever runs a group: expenses that nobody has confirmed, or a session of which nobody has said who was there. */
export const confirmLetter: Template<{ group: string; pay: string; attendance: boolean }> = {
  en: (f) => ({
    subject: f.attendance ? `Who was there? ${f.group}` : `Please confirm expenses: ${f.group}`,
    paragraphs: [
      f.attendance
        ? `The last session of ${f.group} is over, and nobody has written down who was there. People are paid once you have.`
        : `Somebody in ${f.group} waits for money they spent. A finance clerk can approve it once you have confirmed it.`,
      `It takes a minute:\n${f.pay}`,
    ],
  }),
  nl: (f) => ({
    subject: f.attendance ? `Wie was er? ${f.group}` : `Bevestig onkosten: ${f.group}`,
    paragraphs: [
      f.attendance
        ? `De laatste bijeenkomst van ${f.group} is voorbij, en nog niemand schreef op wie er was. Mensen krijgen betaald als jij dat doet.`
        : `Iemand in ${f.group} wacht op geld dat is uitgegeven. Een betaler kan het goedkeuren als jij het hebt bevestigd.`,
      `Het kost een minuut:\n${f.pay}`,
    ],
  }),
}
