import type { Purpose } from '@howcanwe/shared/consents'

type Language = 'en' | 'nl'

export interface Words {
  /** Under a lead such as "By pressing the button you agree"; `{name}` is who runs the group. */
  sentences: readonly string[]
  /** What taking it back does; null where there is nothing to take back. */
  withdrawing: string | null
  /** Stands for `{name}` where nobody's name is known; whoever runs the group unless said. */
  someone?: string
}

export interface WordingVersion extends Record<Language, Words> {
  purpose: Purpose
  version: string
}

/** Stands for `{name}` where nobody's name is known. */
export const SOMEONE: Record<Language, string> = {
  en: 'the person who runs the group',
  nl: 'de begeleider van de groep',
}

const LEAVE = {
  en: 'You can leave at any time, and then we delete what you told us.',
  nl: 'Je kunt altijd stoppen, en dan wissen we wat je ons vertelde.',
}

/**
 * Everything people are asked to agree to, in the words they read (PE5). Served by `GET /consent-wordings`, so that
 * what is shown is what is kept. New words are a new entry above the old one with a new version; an old entry is
 * never changed and never removed, because somebody may have it on their screen.
 */
export const WORDINGS: readonly WordingVersion[] = [
  {
    purpose: 'take-part',
    version: '2026-11',
    en: {
      sentences: ['{name} may get in touch with you about this group.', LEAVE.en],
      withdrawing: 'You leave the group, and we delete what you told us.',
    },
    nl: {
      sentences: ['{name} mag contact met je opnemen over deze groep.', LEAVE.nl],
      withdrawing: 'Je stopt met de groep, en we wissen wat je ons vertelde.',
    },
  },
  {
    purpose: 'access-needs',
    version: '2026-11',
    en: {
      sentences: ['What you need is locked away, and only {name} can open it.', LEAVE.en],
      withdrawing: 'What you said you need is destroyed. You keep your place in the group.',
    },
    nl: {
      sentences: ['Wat je nodig hebt, gaat op slot en alleen {name} kan het openen.', LEAVE.nl],
      withdrawing: 'Wat je nodig hebt, wordt vernietigd. Je houdt je plek in de groep.',
    },
  },
  {
    purpose: 'phone',
    version: '2026-11',
    en: {
      sentences: [
        'You may ring or text me on this number about what I take part in.',
        'I can take the number off again at any time.',
      ],
      withdrawing: 'Your number is deleted, and we email you instead.',
    },
    nl: {
      sentences: [
        'Jullie mogen me op dit nummer bellen of een bericht sturen over waar ik aan meedoe.',
        'Ik kan het nummer altijd weer weghalen.',
      ],
      withdrawing: 'Je nummer wordt gewist, en we mailen je in plaats daarvan.',
    },
  },
  {
    purpose: 'supporter',
    version: '2026-11',
    en: {
      sentences: [
        '{name} may do for me what I ticked here, until the day I chose. What they do counts as if I had done it.',
        'I see what they do, and can end it at any time.',
      ],
      withdrawing: 'They can do nothing for you any more. What was done stays.',
      someone: 'The person I ask',
    },
    nl: {
      sentences: [
        '{name} mag tot de dag die ik koos voor me doen wat ik hier aankruiste. Dat telt alsof ik het zelf deed.',
        'Ik zie wat er gedaan is, en kan er altijd mee stoppen.',
      ],
      withdrawing: 'Deze persoon kan niets meer voor je doen. Wat gedaan is, blijft.',
      someone: 'De persoon die ik vraag',
    },
  },
  {
    purpose: 'formats',
    version: '2026-11',
    en: {
      sentences: [
        'Whoever runs a group I have a place in sees this beside my name.',
        'I never say why, and can take it off again at any time.',
      ],
      withdrawing: 'How you like to read and follow is deleted.',
    },
    nl: {
      sentences: [
        'Wie een groep begeleidt waarin ik een plek heb, ziet dit naast mijn naam.',
        'Ik zeg nooit waarom, en kan het altijd weer weghalen.',
      ],
      withdrawing: 'Hoe je graag leest en volgt, wordt gewist.',
    },
  },
  {
    purpose: 'draw-special',
    version: '2026-11',
    en: {
      sentences: [
        'My answers to the questions marked “sensitive” are used for this draw only, to see that people like me are not left out.',
        'I can take them back at any time and stay in the draw. When the draw is over they are deleted.',
      ],
      withdrawing: 'These answers are deleted. Your name stays in the draw.',
    },
    nl: {
      sentences: [
        'Mijn antwoorden op de vragen met “gevoelig” dienen alleen voor deze loting, zodat mensen als ik niet buiten de boot vallen.',
        'Ik kan ze altijd terugnemen en blijf dan meedoen met de loting. Na de loting worden ze gewist.',
      ],
      withdrawing: 'Deze antwoorden worden gewist. Je naam blijft in de loting.',
    },
  },
  {
    purpose: 'declaration',
    version: '2026-11',
    en: {
      sentences: ['What I have said here is true, and I may speak for this organisation'],
      withdrawing: null,
    },
    nl: {
      sentences: ['Wat ik hier heb gezegd is waar, en ik mag namens deze organisatie spreken'],
      withdrawing: null,
    },
  },
]
