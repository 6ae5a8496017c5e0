import type { THEMES } from '../packages/shared/src/places/index.ts'

export interface Brief {
  question: string
  summary: string
}

/** A question for each theme, as a council or a housing association might ask it; written without looking at any charity. */
export const BRIEFS: Readonly<Record<(typeof THEMES)[number], Brief>> = {
  carers: {
    question: 'How can we give people who look after a relative at home a real break?',
    summary:
      'Unpaid carers are tired and rarely ask. We look for respite, sitting services and a place where carers meet others, so that a husband, wife or daughter can sleep, shop or see a friend.',
  },
  'children-young-people': {
    question: 'How can we give children and teenagers somewhere to go after school?',
    summary:
      'Young people say there is nothing to do. We look for youth clubs, scouts, playgroups and mentors who would open in evenings and holidays, also for families with babies and for teenagers nobody sees.',
  },
  'older-people': {
    question: 'How can we make sure that older people who live alone see somebody every week?',
    summary:
      'Many pensioners go days without a conversation. We look for lunch clubs, befriending and outings for the elderly, and for neighbours who knock on the doors of retired and frail people.',
  },
  disability: {
    question: 'How can we make daily life easier for disabled people and their families?',
    summary:
      'Wheelchair users, deaf and blind residents, autistic adults and people with learning disabilities meet barriers every day. We look for groups led by disabled people, equipment, and activities that are really accessible.',
  },
  'mental-health': {
    question: 'How can we reach people with depression or anxiety before it becomes a crisis?',
    summary:
      'Waiting lists for therapy are long. We look for counselling, peer support and listening services for mental illness, stress, bereavement and suicidal thoughts, close to home and without a form.',
  },
  health: {
    question: 'How can we help people stay well between two visits to the hospital?',
    summary:
      'Patients with cancer, diabetes, heart disease or dementia leave the ward with a leaflet. We look for nursing, hospice care, rehabilitation, first aid and medical support in the neighbourhood.',
  },
  'poverty-money': {
    question: 'How can we help families whose money runs out before the end of the month?',
    summary:
      'Low wages, debt and rent leave households in poverty and hardship. We look for debt advice, small grants for people in need, furniture, clothing and help with fuel bills, without shame.',
  },
  food: {
    question: 'How can we make sure that nobody in our town goes hungry?',
    summary:
      'Families skip meals. We look for a food bank, a community kitchen, hot lunches, surplus food and cooking together, open when people who work shifts can come.',
  },
  'housing-homelessness': {
    question: 'How can we keep people from sleeping rough this winter?',
    summary:
      'More homeless people sleep in doorways and more tenants fear eviction. We look for night shelters, hostels, almshouses, supported accommodation and affordable homes, and for help to keep a tenancy.',
  },
  'employment-skills': {
    question: 'How can we help people who have been out of work for long into a job?',
    summary:
      'Unemployed people lose courage. We look for training, apprenticeships, work experience, vocational courses and employers who give a first chance, with help to write a letter and to start.',
  },
  education: {
    question: 'How can we help pupils who fall behind at school to catch up?',
    summary:
      'Schools have too little time. We look for tutors, parent teacher associations, nurseries, colleges and reading volunteers, bursaries and scholarships, and for adults who want to learn again.',
  },
  'community-spaces': {
    question: 'How can we keep a village hall open where everybody can meet?',
    summary:
      'Meeting rooms close one by one. We look for people who run a hall, community centre, recreation ground or social club, who know about hiring, repairs and keeping a building alive.',
  },
  transport: {
    question: 'How can we get people without a car to the doctor and the shops?',
    summary:
      'The last bus was cut. We look for community transport: a minibus, volunteer drivers, a car scheme, and for people who care about roads, railways and safe travel.',
  },
  environment: {
    question: 'How can we bring nature back and cut our waste and carbon?',
    summary:
      'Our river and woods are in poor shape. We look for wildlife and conservation groups, gardens, allotments, tree planting, recycling, repair and energy saving, and for people who teach about the climate.',
  },
  'arts-heritage': {
    question: 'How can we bring music, theatre and our history to people who never go?',
    summary:
      'Concerts and museums reach the same few. We look for choirs, orchestras, drama and dance groups, painters, festivals, and for those who preserve historic buildings, archives and local history.',
  },
  'sport-play': {
    question: 'How can we get more people moving who do no sport at all?',
    summary:
      'Inactive residents feel clubs are not for them. We look for football, cricket, swimming, bowls and other sports clubs, playgrounds, playing fields, exercise and outdoor adventure for beginners.',
  },
  'safety-justice': {
    question: 'How can we keep people safe from violence at home and on the street?',
    summary:
      'Victims of domestic abuse and crime wait too long. We look for refuges, victim support, work with offenders, prisoners and their families, and for rescue, lifeboat and mountain teams.',
  },
  'refugees-migration': {
    question: 'How can we welcome refugees and asylum seekers so that they feel at home?',
    summary:
      'New families arrive with little English. We look for language classes, immigration advice, hosts, and for groups of migrants and ethnic minorities themselves who know how it is to arrive.',
  },
  'equality-rights': {
    question: 'How can we end unequal treatment of women, minorities and LGBT people?',
    summary:
      'Discrimination and racism are daily reality for some. We look for groups that stand up for human rights, equality and diversity, promote racial harmony, and help people to be heard.',
  },
  digital: {
    question: 'How can we help people who are not online with computers and the internet?',
    summary:
      'Everything moves to an app. We look for digital skills lessons, computer classes, donated laptops, technology help and patient people to sit beside somebody with a smartphone.',
  },
  'advice-information': {
    question: 'How can we make sure that everybody can get good advice nearby?',
    summary:
      'Letters about benefits and rights go unopened. We look for advice centres, legal help, helplines, citizens advice, information and guidance, also in other languages and in the evening.',
  },
  faith: {
    question: 'How can we work with churches, mosques and temples on loneliness?',
    summary:
      'Places of worship know people nobody else knows. We look for parishes, congregations, Christian, Muslim, Jewish, Hindu and Sikh groups, and for ministries that open their doors in the week.',
  },
  'volunteering-infrastructure': {
    question: 'How can we help small groups to find volunteers and keep going?',
    summary:
      'Trustees are tired and volunteers hard to find. We look for volunteer centres, councils for voluntary service and people who support charities with training, capacity building and networks of voluntary organisations.',
  },
  animals: {
    question: 'How can we care for animals that are abandoned or whose owner is ill?',
    summary:
      'The shelter is full. We look for animal welfare groups, rescue and rehoming of cats, dogs, horses and birds, vets, and for people who would walk or foster a pet.',
  },
}
