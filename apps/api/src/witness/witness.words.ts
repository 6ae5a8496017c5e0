import type { Template } from '../modules/notifications/index.ts'

export interface WitnessFacts {
  contact: string
  place: string
  events: number
  line: string
  page: string
}

export const witness: Template<WitnessFacts> = {
  en: (f) => ({
    subject: `Keep this: the record of ${f.place} holds ${f.events} events`,
    paragraphs: [
      `Hello ${f.contact},`,
      `You need do nothing but keep this email. Every change on the site is written down. The line below says how far that record had come, in a way that cannot be bent afterwards.`,
      f.line,
      `Should anyone ever doubt whether the record was changed, this line can tell, even if whoever runs the site says otherwise. How, in four steps:`,
      f.page,
      `You get this once a day at most, and only when something happened.`,
    ],
  }),
  nl: (f) => ({
    subject: `Bewaar deze: het logboek van ${f.place} telt ${f.events} gebeurtenissen`,
    paragraphs: [
      `Hallo ${f.contact},`,
      `Je hoeft deze mail alleen te bewaren. Elke verandering op de site wordt opgeschreven. De regel hieronder zegt hoe ver dat logboek was, op een manier die achteraf niet te verdraaien is.`,
      f.line,
      `Twijfelt iemand ooit of het logboek is veranderd, dan laat deze regel het zien, ook als degene die de site beheert iets anders zegt. Hoe, in vier stappen:`,
      f.page,
      `Je krijgt dit hoogstens één keer per dag, en alleen als er iets is gebeurd.`,
    ],
  }),
}
