import type { Grantable } from '@howcanwe/shared/roles'

interface Described {
  name: string
  /** What somebody in it may do, and what not (`product-spec.md` §2.2). */
  may: string
  mayNot: string
}

/** What each role is called in emails, and what it is good for. */
export const DESCRIBED: Record<'en' | 'nl', Record<Grantable, Described>> = {
  en: {
    commissioner: {
      name: 'commissioner',
      may: 'ask challenges for a public body, answer questions about them, and choose the team',
      mayNot:
        'see who answered before the closing time, or change criteria once a challenge is open',
    },
    broker: {
      name: 'broker',
      may: 'introduce people, invite organisations, and help where somebody is stuck',
      mayNot: 'choose the team, or speak for anybody in the same challenge',
    },
    facilitator: {
      name: 'facilitator',
      may: 'run groups and their sessions, and see what people need to take part',
      mayNot: 'decide for the group',
    },
    steward: {
      name: 'steward',
      may: 'say who has which role here, and save a copy of the whole record',
      mayNot: 'read what is locked for one person’s eyes, or give yourself a role',
    },
    'elected-member': {
      name: 'elected member',
      may: 'be named here as somebody who was elected, sponsor questions from residents, and come to what is open to everybody',
      mayNot: 'see answers before they are published, or decide on them',
    },
    funder: {
      name: 'funder',
      may: 'be named here as somebody who helps to pay, and follow what is open to everybody',
      mayNot: 'see more than everybody else, or ask for a second report',
    },
    'finance-clerk': {
      name: 'finance clerk',
      may: 'approve what people in groups are paid, and take the payment file to the bank',
      mayNot: 'see what anybody needs to take part, or approve what is paid to yourself',
    },
  },
  nl: {
    commissioner: {
      name: 'opdrachtgever',
      may: 'vraagstukken uitzetten voor een overheid, vragen beantwoorden en het team kiezen',
      mayNot:
        'zien wie meedoet voor de sluitingstijd, of criteria veranderen als een vraagstuk open is',
    },
    broker: {
      name: 'verbinder',
      may: 'mensen aan elkaar voorstellen, organisaties uitnodigen en helpen waar iets vastloopt',
      mayNot: 'het team kiezen, of in hetzelfde vraagstuk voor iemand spreken',
    },
    facilitator: {
      name: 'begeleider',
      may: 'groepen en hun bijeenkomsten leiden, en zien wat mensen nodig hebben om mee te doen',
      mayNot: 'voor de groep beslissen',
    },
    steward: {
      name: 'beheerder',
      may: 'zeggen wie hier welke rol heeft, en een kopie van het hele logboek bewaren',
      mayNot: 'lezen wat op slot zit voor één persoon, of jezelf een rol geven',
    },
    'elected-member': {
      name: 'gekozen bestuurder of raadslid',
      may: 'hier met naam staan als gekozen bestuurder of raadslid, vragen van bewoners steunen en komen bij wat voor iedereen open is',
      mayNot: 'antwoorden zien voor ze openbaar zijn, of erover beslissen',
    },
    funder: {
      name: 'financier',
      may: 'hier met je naam staan als iemand die meebetaalt, en volgen wat voor iedereen open is',
      mayNot: 'meer zien dan ieder ander, of een tweede verslag vragen',
    },
    'finance-clerk': {
      name: 'betaler',
      may: 'goedkeuren wat mensen in groepen betaald krijgen, en het betaalbestand naar de bank brengen',
      mayNot: 'zien wat iemand nodig heeft om mee te doen, of goedkeuren wat je zelf krijgt',
    },
  },
}
