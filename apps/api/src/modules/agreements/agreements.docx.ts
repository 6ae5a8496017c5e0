import { AGREEMENT_TEXTS } from '@howcanwe/shared/agreements'
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Whole } from './agreements.queries.ts'
import { PAGE_WORDS, type PageWords } from './agreements.words.ts'

/** A4 in twentieths of a point, with narrow margins: it is one page. */
const A4 = { width: 11_906, height: 16_838 }
const MARGIN = 850
const SMALL = 18
/** So that a program checks spelling, and a screen reader speaks, in the language it is written in. */
const LANGUAGES = { en: { value: 'en-GB' }, nl: { value: 'nl-NL' } }

const said = (text: string): Paragraph[] =>
  text
    .split('\n')
    .map((line) => new Paragraph({ children: [new TextRun({ text: line, size: SMALL })] }))

const headed = (title: string, text: string): Paragraph[] => [
  new Paragraph({ text: title, heading: HeadingLevel.HEADING_2, spacing: { before: 80 } }),
  ...said(text),
]

const cell = (text: string, bold = false): TableCell =>
  new TableCell({
    children: text
      .split('\n')
      .map((line) => new Paragraph({ children: [new TextRun({ text: line, size: SMALL, bold })] })),
  })

function partyRows(of: Whole, words: PageWords, money: (pence: number) => string): TableRow[] {
  const head = [words.party, words.interests, words.role, words.money].map((w) => cell(w, true))
  const rows = of.parties.map(({ party, organisation }) => {
    const confirmed = party.confirmedVersion === of.row.version
    const share = [money(party.pence), ...(party.advance ? [words.advance] : [])].join(', ')
    return new TableRow({
      cantSplit: true,
      children: [
        cell(`${organisation.name}\n(${confirmed ? words.confirmed : words.notConfirmed})`),
        cell(party.interests || words.nothing),
        cell(`${party.role || words.nothing}\n${words.hours(party.hoursPerMonth)}`),
        cell(share),
      ],
    })
  })
  return [new TableRow({ tableHeader: true, children: head }), ...rows]
}

/**
 * The page as a Word document, in one language: every party, every box, nothing else. People change it in their own
 * program and sign it where they like.
 */
export async function documentOf(of: Whole, language: 'en' | 'nl'): Promise<Buffer> {
  const words = PAGE_WORDS[language]
  const format = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'currency',
    currency: of.currency,
  })
  const money = (pence: number) => format.format(pence / 100)
  const names = of.parties.map((p) => p.organisation.name).join(', ')
  const document = new Document({
    title: of.row.title,
    creator: 'How Can We',
    styles: {
      default: { document: { run: { font: 'Arial', size: SMALL, language: LANGUAGES[language] } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: A4,
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        children: [
          new Paragraph({
            text: `${words.heading}: ${of.row.title}`,
            heading: HeadingLevel.HEADING_1,
          }),
          ...said(`${words.between}: ${names} · ${of.place}`),
          ...headed(words.parts.purpose, of.row.purpose || words.nothing),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: partyRows(of, words, money),
          }),
          ...AGREEMENT_TEXTS.filter((name) => name !== 'purpose').flatMap((name) =>
            headed(words.parts[name], of.row[name] || words.nothing),
          ),
          ...headed(words.money, words.paid(of.row.payDays)),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
