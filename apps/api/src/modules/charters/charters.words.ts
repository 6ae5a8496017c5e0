import type { Template } from '../notifications/index.ts'

export interface CharterFacts {
  group: string
  reference: string
  zone: string
  page: string
  contact: string
  /** Opens the place of whoever reads it. */
  open: string
}

/** To everybody in the group: can you live with this? */
export const askedLetter: Template<CharterFacts> = {
  en: (f) => ({
    subject: `Can you live with this? The charter of ${f.group}`,
    paragraphs: [
      `Before ${f.group} decides anything, it agrees how it works: what it decides, what is fixed, how you meet, what you may expect.`,
      `Read it and say whether you can live with it, or what must change. It takes about five minutes:\n${f.open}`,
      `Your reference is ${f.reference}. You can also ring us and say it.`,
      f.contact,
    ],
    text: `Can you live with how ${f.group} works? Read the charter and say so, 5 minutes: ${f.open}`,
  }),
  nl: (f) => ({
    subject: `Kun je hiermee leven? De afspraken van ${f.group}`,
    paragraphs: [
      `Voordat ${f.group} iets beslist, spreken jullie af hoe de groep werkt: waar je over gaat, wat vaststaat, hoe jullie bijeenkomen en wat je mag verwachten.`,
      `Lees het en zeg of je ermee kunt leven, of wat er anders moet. Het kost ongeveer vijf minuten:\n${f.open}`,
      `Je kenmerk is ${f.reference}. Bellen en het ons zeggen mag ook.`,
      f.contact,
    ],
    text: `Kun je leven met de afspraken van ${f.group}? Lees ze en zeg het ons, 5 minuten: ${f.open}`,
  }),
}

/** To everybody in the group: agreed. */
export const agreedLetter: Template<CharterFacts> = {
  en: (f) => ({
    subject: `${f.group} has agreed its charter`,
    paragraphs: [
      `The group can live with it, so the charter holds from today. What you may count on is on the group’s page:\n${f.page}`,
      `Your place:\n${f.open}`,
      f.contact,
    ],
    text: `${f.group} has agreed its charter. Your place: ${f.open}`,
  }),
  nl: (f) => ({
    subject: `${f.group} heeft afspraken gemaakt`,
    paragraphs: [
      `De groep kan ermee leven, dus de afspraken gelden vanaf vandaag. Waar je op kunt rekenen, staat op de pagina van de groep:\n${f.page}`,
      `Je plek:\n${f.open}`,
      f.contact,
    ],
    text: `${f.group} heeft afspraken gemaakt. Je plek: ${f.open}`,
  }),
}
