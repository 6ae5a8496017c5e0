import {
  AVAILABILITY,
  INCOME_BANDS,
  KINDS,
  LIVED_EXPERIENCE,
  POSSIBLE_WITH,
  REACH_HOW,
  SKILLS,
} from '@howcanwe/shared/organisations'
import { type Place, THEMES } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import { ForTheDesk, Lines, SheetOfPaper, Ticks } from '../../features/cases/paper.tsx'
import { Loading } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

/** Room for as many as most have; more go on the back. */
const ROWS = [1, 2] as const

/** Getting on the list, on paper: for whoever would rather write. Anybody may print it (PE3). */
export function PaperOrganisationPage() {
  const { t } = useTranslation('typed')
  const place = usePlace()
  if (!place) return <Loading />
  const ring = [place.contact?.name, place.contact?.phone].filter(Boolean).join(', ')
  return (
    <SheetOfPaper
      title={t('paper.organisation')}
      caption={t('paper.title')}
      online={paths.registerOrganisation()}
    >
      <p className="govuk-body">
        {t('paper.organisationLead')} {ring ? t('paper.ring', { ring }) : ''}
      </p>
      <WhoWeAre place={place} />
      <WhatWeHave />
      <ForTheDesk />
    </SheetOfPaper>
  )
}

function WhoWeAre({ place }: { place: Place }) {
  const { t } = useTranslation(['organisations', 'places', 'typed'])
  const of = (name: string) => t(`organisations:fields.${name}`)
  const all = t('organisations:fields.wholePlace', { place: place.name })
  const areas = place.areas.map(({ name }) => name)
  return (
    <>
      <h2 className="govuk-heading-m">{t('typed:paper.partOne')}</h2>
      <Lines short label={of('name')} hint={of('nameHint')} />
      <Lines short label={of('number')} hint={of('numberHint')} />
      <Ticks one label={of('kind')} items={KINDS.map((one) => t(`organisations:kinds.${one}`))} />
      <Ticks label={of('branchLegend')} items={[of('branch'), of('ownAccounts')]} />
      <Lines short label={of('parentName')} />
      <Ticks
        one
        label={of('incomeBand')}
        hint={of('incomeBandHint')}
        items={INCOME_BANDS.map((one) => t(`organisations:bands.${one}`))}
      />
      <Ticks label={of('areas')} items={areas.length > 1 ? [all, ...areas] : areas} />
      <Ticks
        label={of('themes')}
        hint={of('themesHint')}
        items={THEMES.map((one) => t(`places:themes.${one}`))}
      />
      <h3 className="govuk-heading-s">{of('contact')}</h3>
      <p className="govuk-body">
        {of('contactHint')} {of('contactSeenBy')}
      </p>
      <Lines short label={of('contactName')} />
      <Lines short label={of('contactEmail')} />
      <Lines short label={of('contactPhone')} />
      <Ticks label={t('organisations:register.declareLegend')} items={[of('declared')]} />
      <Lines short label={t('typed:paper.signed')} />
    </>
  )
}

function WhatWeHave() {
  const { t } = useTranslation(['organisations', 'typed'])
  const of = (name: string) => t(`organisations:capacity.${name}`)
  return (
    <>
      <h2 className="govuk-heading-m">{t('typed:paper.partTwo')}</h2>
      <p className="govuk-body">{of('lead')}</p>
      <Lines short label={of('spareHoursPerMonth')} hint={of('spareHint')} />
      <Lines short label={of('volunteerHoursPerMonth')} />
      <Lines short label={of('staffHoursPerMonth')} />
      <Ticks
        label={of('availability')}
        items={AVAILABILITY.map((one) => t(`organisations:availability.${one}`))}
      />
      <Lines short label={of('notBefore')} hint={of('notBeforeHint')} />
      <Ticks label={of('skills')} items={SKILLS.map((one) => t(`organisations:skills.${one}`))} />
      <Lines short label={of('otherSkills')} hint={of('otherSkillsHint')} />
      <h3 className="govuk-heading-s">{of('premisesTitle')}</h3>
      <p className="govuk-body">
        {of('premisesLead')} {t('typed:paper.more')}
      </p>
      {ROWS.map((number) => (
        <Room key={number} number={number} />
      ))}
      <h3 className="govuk-heading-s">{of('reachTitle')}</h3>
      <p className="govuk-body">
        {of('reachLead')} {t('typed:paper.more')}
      </p>
      {ROWS.map((number) => (
        <Reached key={number} number={number} />
      ))}
      <Ticks
        one
        label={of('livedExperience')}
        items={[
          ...LIVED_EXPERIENCE.map((one) => t(`organisations:livedExperience.${one}`)),
          of('livedNone'),
        ]}
      />
      <Ticks
        label={of('possibleWith')}
        items={POSSIBLE_WITH.map((one) => t(`organisations:possibleWith.${one}`))}
      />
    </>
  )
}

function Room({ number }: { number: number }) {
  const { t } = useTranslation('organisations')
  return (
    <div className="hcw-paper__row">
      <Lines short label={`${t('capacity.room', { number })}: ${t('capacity.roomName')}`} />
      <Lines short label={t('capacity.seats')} />
      <Lines short label={t('capacity.cost')} hint={t('capacity.costHint')} />
      <Ticks
        label={t('capacity.roomHas')}
        items={[t('capacity.stepFree'), t('capacity.kitchen')]}
      />
    </div>
  )
}

function Reached({ number }: { number: number }) {
  const { t } = useTranslation('organisations')
  return (
    <div className="hcw-paper__row">
      <Lines short label={`${t('capacity.reachOne', { number })}: ${t('capacity.community')}`} />
      <Lines short label={t('capacity.people')} />
      <Ticks label={t('capacity.how')} items={REACH_HOW.map((one) => t(`reachHow.${one}`))} />
    </div>
  )
}
