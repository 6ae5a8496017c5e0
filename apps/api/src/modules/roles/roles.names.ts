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
      mayNot: 'see who answered before the closing time, or change criteria once it is open',
    },
    broker: {
      name: 'broker',
      may: 'introduce people, invite organisations, and help where somebody is stuck',
      mayNot: 'choose who wins, or speak for anybody in the same challenge',
    },
    facilitator: {
      name: 'facilitator',
      may: 'run groups and their sessions, and see what people need to take part',
      mayNot: 'decide in the group’s place',
    },
    steward: {
      name: 'steward',
      may: 'say who has which role here, and take the whole record along',
      mayNot: 'read what is sealed for one person’s eyes, or give yourself a role',
    },
    'elected-member': {
      name: 'elected member',
      may: 'be named here as the one who was elected, and come to what is open',
      mayNot: 'see answers before they are published, or decide on them',
    },
    funder: {
      name: 'funder',
      may: 'be named here as somebody who pays along, and follow what is open',
      mayNot: 'see more than everybody else, or ask for a second report',
    },
  },
  nl: {
    commissioner: {
      name: 'opdrachtgever',
      may: 'vraagstukken uitzetten voor een overheid, vragen beantwoorden en het team kiezen',
      mayNot: 'zien wie meedoet voor de sluitingstijd, of criteria wijzigen als het open is',
    },
    broker: {
      name: 'verbinder',
      may: 'mensen aan elkaar voorstellen, organisaties uitnodigen en helpen waar iets vastloopt',
      mayNot: 'kiezen wie het wordt, of in hetzelfde vraagstuk voor iemand spreken',
    },
    facilitator: {
      name: 'begeleider',
      may: 'groepen en hun bijeenkomsten leiden, en zien wat mensen nodig hebben om mee te doen',
      mayNot: 'beslissen in plaats van de groep',
    },
    steward: {
      name: 'beheerder',
      may: 'zeggen wie hier welke rol heeft, en het hele logboek meenemen',
      mayNot: 'lezen wat voor één persoon verzegeld is, of jezelf een rol geven',
    },
    'elected-member': {
      name: 'gekozen bestuurder of raadslid',
      may: 'hier genoemd staan als wie gekozen is, en komen kijken bij wat open is',
      mayNot: 'antwoorden zien voor ze openbaar zijn, of erover beslissen',
    },
    funder: {
      name: 'financier',
      may: 'hier genoemd staan als wie meebetaalt, en volgen wat open is',
      mayNot: 'meer zien dan ieder ander, of een tweede verslag vragen',
    },
  },
}
