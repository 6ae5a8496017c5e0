import type { SKILLS } from '@howcanwe/shared/organisations'

type Skill = (typeof SKILLS)[number]

/** What a skill is called, as on the screens; a test holds the two together. */
export const SKILL_NAMES: Readonly<Record<'en' | 'nl', Readonly<Record<Skill, string>>>> = {
  en: {
    outreach: 'Reaching people others do not reach',
    'listening-groups': 'Running listening groups',
    interpreting: 'Interpreting and other languages',
    advice: 'Giving advice',
    'caring-support': 'Caring and support',
    'youth-work': 'Youth work',
    facilitation: 'Leading conversations',
    'data-and-evidence': 'Figures and evidence',
    design: 'Design and drawing',
    'building-and-repair': 'Building and repair',
    cooking: 'Cooking',
    transport: 'Driving and transport',
    digital: 'Computers and websites',
    fundraising: 'Raising money',
    training: 'Training and teaching',
  },
  nl: {
    outreach: 'Mensen bereiken die anderen niet bereiken',
    'listening-groups': 'Luistergroepen leiden',
    interpreting: 'Tolken en andere talen',
    advice: 'Advies geven',
    'caring-support': 'Zorg en steun',
    'youth-work': 'Jongerenwerk',
    facilitation: 'Gesprekken leiden',
    'data-and-evidence': 'Cijfers en bewijs',
    design: 'Ontwerpen en tekenen',
    'building-and-repair': 'Bouwen en repareren',
    cooking: 'Koken',
    transport: 'Rijden en vervoer',
    digital: 'Computers en websites',
    fundraising: 'Geld werven',
    training: 'Training en les geven',
  },
}
