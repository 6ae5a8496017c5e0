import type { Template } from '../notifications/index.ts'

/** To somebody in a group. No amount, no digit of an account and no word about benefits stands in a letter (CD4). */
export interface ToMember {
  firstName: string
  group: string
  reference: string
  /** The day of the session, written out. */
  day: string
  /** Opens their place without an account. */
  open: string
  contact: string
}

/** Where to turn, at the foot of every letter. */
export const foot = (en: boolean, f: ToMember): string =>
  en
    ? `Your reference is ${f.reference}. Questions, or somebody else should do it with you? ${f.contact}`
    : `Je kenmerk is ${f.reference}. Vragen, of wil je het samen doen? ${f.contact}`

/** Called off or moved too late, and paid all the same; null: it was held. */
export type CalledOff = 'cancelled' | 'moved' | null

const OFF = {
  en: { cancelled: 'was cancelled late', moved: 'was moved late' },
  nl: { cancelled: 'ging laat niet door', moved: 'werd laat verzet' },
}

/** Somebody is owed something, and says what should become of it. */
export const choiceLetter: Template<ToMember & { off: CalledOff }> = {
  en: (f) => ({
    subject: `Thank you: tell us about your pay for ${f.day}`,
    paragraphs: [
      f.off
        ? `Hello ${f.firstName}, the session of ${f.group} on ${f.day} ${OFF.en[f.off]}. Your time is paid all the same.`
        : `Hello ${f.firstName}, thank you for your time with ${f.group} on ${f.day}. Your time is paid.`,
      `All of it, less, nothing, or to a charity: it is your choice, and it takes two taps. Whoever runs the group does not see what you choose.\n${f.open}`,
      foot(true, f),
    ],
    text: `Thank you for ${f.group}, ${f.day}. Tell us in two taps how you want your pay: ${f.open}`,
  }),
  nl: (f) => ({
    subject: `Dank je wel: kies hoe je vergoeding gaat voor ${f.day}`,
    paragraphs: [
      f.off
        ? `Dag ${f.firstName}, de bijeenkomst van ${f.group} op ${f.day} ${OFF.nl[f.off]}. Je tijd wordt toch vergoed.`
        : `Dag ${f.firstName}, dank je wel voor je tijd bij ${f.group} op ${f.day}. Je tijd wordt vergoed.`,
      `Alles, minder, niets, of naar een goed doel: jij kiest, met twee tikken. Wie de groep begeleidt, ziet niet wat je kiest.\n${f.open}`,
      foot(false, f),
    ],
    text: `Dank je wel voor ${f.group}, ${f.day}. Kies met twee tikken hoe je vergoeding gaat: ${f.open}`,
  }),
}

/** Once, when nobody has heard a choice after two working days. */
export const choiceReminder: Template<ToMember> = {
  en: (f) => ({
    subject: `We need your choice before we can pay you: ${f.group}`,
    paragraphs: [
      `Hello ${f.firstName}, we have not heard yet how you want your pay for ${f.day}. It waits for you; we do not write about it again.`,
      `Two taps:\n${f.open}`,
      foot(true, f),
    ],
    text: `${f.group}: we need your choice before we can pay you for ${f.day}. Two taps: ${f.open}`,
  }),
  nl: (f) => ({
    subject: `We hebben je keuze nodig voor we kunnen betalen: ${f.group}`,
    paragraphs: [
      `Dag ${f.firstName}, we hoorden nog niet hoe je je vergoeding voor ${f.day} wilt. Die blijft voor je staan; we schrijven er niet nog eens over.`,
      `Twee tikken:\n${f.open}`,
      foot(false, f),
    ],
    text: `${f.group}: kies hoe je je vergoeding voor ${f.day} wilt, dan betalen we. Twee tikken: ${f.open}`,
  }),
}

export const paidLetter: Template<ToMember> = {
  en: (f) => ({
    subject: `You are paid: ${f.group}, ${f.day}`,
    paragraphs: [
      `Hello ${f.firstName}, what you were owed for ${f.day} has been sent the way you chose. A bank may take a day more.`,
      `Look it up, or tell us if it has not come:\n${f.open}`,
      foot(true, f),
    ],
    text: `${f.group}: what you were owed for ${f.day} has been sent. See it: ${f.open}`,
  }),
  nl: (f) => ({
    subject: `Er is betaald: ${f.group}, ${f.day}`,
    paragraphs: [
      `Dag ${f.firstName}, wat je krijgt voor ${f.day} is verstuurd op de manier die je koos. Een bank doet er soms een dag langer over.`,
      `Kijk het na, of laat weten dat het er nog niet is:\n${f.open}`,
      foot(false, f),
    ],
    text: `${f.group}: wat je krijgt voor ${f.day} is verstuurd. Bekijk het: ${f.open}`,
  }),
}

export const failedLetter: Template<ToMember> = {
  en: (f) => ({
    subject: `Your pay did not arrive: ${f.group}, ${f.day}`,
    paragraphs: [
      `Hello ${f.firstName}, we sent what you were owed for ${f.day}, and it came back. You did nothing wrong, and nothing is lost.`,
      `Please look at how we should pay you, and press send once more:\n${f.open}`,
      foot(true, f),
    ],
    text: `${f.group}: your pay for ${f.day} came back. Nothing is lost. Please check how to pay you: ${f.open}`,
  }),
  nl: (f) => ({
    subject: `Je vergoeding kwam niet aan: ${f.group}, ${f.day}`,
    paragraphs: [
      `Dag ${f.firstName}, we verstuurden wat je krijgt voor ${f.day}, en het kwam terug. Je deed niets fout, en er is niets verloren.`,
      `Kijk na hoe we je kunnen betalen, en stuur het nog een keer:\n${f.open}`,
      foot(false, f),
    ],
    text: `${f.group}: je vergoeding voor ${f.day} kwam terug. Er is niets verloren. Kijk na hoe we betalen: ${f.open}`,
  }),
}

/** Everybody else's money has gone out; theirs waits for a word about where to. */
export const noWayLetter: Template<ToMember> = {
  en: (f) => ({
    subject: `We do not know where to send your money: ${f.group}`,
    paragraphs: [
      `Hello ${f.firstName}, we wanted to send what you are owed for ${f.day}, and do not know how it should reach you. Nothing is lost: it waits for you.`,
      `Say how: a bank account, by post, or in cash. It goes out with the next payment then:\n${f.open}`,
      `You would rather say it? Ring us: cash needs no details at all. ${foot(true, f)}`,
    ],
    text: `${f.group}: we do not know how to send your money for ${f.day}. It waits for you. Say how, or ring us for cash: ${f.open}`,
  }),
  nl: (f) => ({
    subject: `We weten niet waar je geld naartoe moet: ${f.group}`,
    paragraphs: [
      `Dag ${f.firstName}, we wilden sturen wat je krijgt voor ${f.day}, en weten niet hoe het bij je komt. Er is niets verloren: het blijft voor je staan.`,
      `Zeg hoe: een bankrekening, per post, of contant. Dan gaat het met de volgende betaling mee:\n${f.open}`,
      `Zeg je het liever? Bel ons: voor contant zijn geen gegevens nodig. ${foot(false, f)}`,
    ],
    text: `${f.group}: we weten niet hoe we je geld voor ${f.day} kunnen sturen. Het blijft voor je staan. Zeg hoe, of bel ons voor contant: ${f.open}`,
  }),
}

export const refusedLetter: Template<ToMember & { why: string }> = {
  en: (f) => ({
    subject: `About the money you asked back: ${f.group}, ${f.day}`,
    paragraphs: [
      `Hello ${f.firstName}, we cannot give back what you asked for ${f.day}. The reason: ${f.why}`,
      `You can put it right and ask again:\n${f.open}`,
      foot(true, f),
    ],
  }),
  nl: (f) => ({
    subject: `Over het geld dat je terugvroeg: ${f.group}, ${f.day}`,
    paragraphs: [
      `Dag ${f.firstName}, wat je terugvroeg voor ${f.day} kunnen we niet geven. De reden: ${f.why}`,
      `Je kunt het aanpassen en opnieuw vragen:\n${f.open}`,
      foot(false, f),
    ],
  }),
}

/** So that nobody's money is led elsewhere unseen (trust.md A7). */
export const wayChangedLetter: Template<Omit<ToMember, 'day'>> = {
  en: (f) => ({
    subject: `How we pay you has changed: ${f.group}`,
    paragraphs: [
      `Hello ${f.firstName}, somebody with your place in ${f.group} has just said how we should pay you.`,
      `Was it you? Then there is nothing to do. If not, ring us at once: ${f.contact}`,
      `See how we pay you:\n${f.open}`,
    ],
    text: `${f.group}: how we pay you has changed. Not you? Ring us at once: ${f.contact}`,
  }),
  nl: (f) => ({
    subject: `Hoe we je betalen is veranderd: ${f.group}`,
    paragraphs: [
      `Dag ${f.firstName}, iemand met jouw plek in ${f.group} gaf zojuist door hoe we je moeten betalen.`,
      `Was jij het? Dan hoef je niets te doen. Zo niet, bel ons meteen: ${f.contact}`,
      `Kijk hoe we je betalen:\n${f.open}`,
    ],
    text: `${f.group}: hoe we je betalen is veranderd. Was jij dat niet? Bel ons meteen: ${f.contact}`,
  }),
}
