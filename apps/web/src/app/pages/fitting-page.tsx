import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FittingList } from '../../features/matching/fitting-list.tsx'
import { useFitting } from '../../features/matching/matching.queries.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { ButtonLink, Columns, EmptyState, Link, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { OwnOrganisation } from '../own-organisation.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** Open questions that may suit an organisation, with why: the list of matches from the other side (J-08, J-10). */
export function FittingPage() {
  const { t } = useTranslation('matching')
  return (
    <SignedIn>
      <OwnOrganisation page={further.fitting} title={t('fitting.title')}>
        {(own, _, hats) => <Ours key={own.id} id={own.id} name={own.name} hats={hats} />}
      </OwnOrganisation>
    </SignedIn>
  )
}

function Ours({ id, name, hats }: { id: string; name: string; hats: ReactNode }) {
  const { t } = useTranslation('matching')
  const place = usePlace()
  const { number } = useFormats()
  const aside = (
    <>
      <SideNote title={t('how.title')}>
        <p className="govuk-body">{t('fitting.how')}</p>
        <Link to={paths.capacity({}, { o: id })}>{t('fitting.say')}</Link>
      </SideNote>
      {place ? (
        <SideNote title={t('page.help')}>
          <Contact contact={place.contact} />
        </SideNote>
      ) : null}
    </>
  )
  return (
    <>
      <PageHeading title={t('fitting.title')} caption={name} lead={t('fitting.lead')} />
      {hats}
      <Columns aside={aside} asideLabel={t('how.title')}>
        <Loaded query={useFitting(id)} lines={6}>
          {({ items, considered }) =>
            items.length === 0 ? (
              <EmptyState
                action={<ButtonLink to={paths.challenges()}>{t('fitting.toAll')}</ButtonLink>}
              >
                {t('fitting.none')}
              </EmptyState>
            ) : (
              <>
                <p className="govuk-body">
                  {t('fitting.looked', { count: considered, shown: number(considered) })}
                </p>
                <FittingList items={items} linkTo={(slug) => paths.challenge({ slug })} />
                <Link to={paths.challenges()}>{t('fitting.toAll')}</Link>
              </>
            )
          }
        </Loaded>
      </Columns>
    </>
  )
}
