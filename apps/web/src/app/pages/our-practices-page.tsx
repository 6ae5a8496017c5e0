import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ThemesField } from '../../features/organisations/fields.tsx'
import { OurCard } from '../../features/practices/our-card.tsx'
import { PracticeForm, type ThemesPicker } from '../../features/practices/practice-form.tsx'
import { oursQuery } from '../../features/practices/practices.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, EmptyState, Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { OwnOrganisation } from '../own-organisation.tsx'
import { SignedIn } from '../signed-in.tsx'

const themesField: ThemesPicker = (field) => <ThemesField {...field} />

/** Our own practice cards (OR4). */
export function OurPracticesPage() {
  const { t } = useTranslation('practices')
  return (
    <SignedIn>
      <OwnOrganisation page={further.ourPractices} title={t('ours.title')}>
        {(own, _, hats) => <Ours key={own.id} id={own.id} name={own.name} hats={hats} />}
      </OwnOrganisation>
    </SignedIn>
  )
}

function Ours({ id, name, hats }: { id: string; name: string; hats: ReactNode }) {
  const { t } = useTranslation('practices')
  const [writing, setWriting] = useState(false)
  const stop = () => setWriting(false)
  return (
    <>
      <PageHeading title={t('ours.title')} caption={name} lead={t('ours.lead')} />
      {hats}
      {writing ? (
        <PracticeForm
          organisationId={id}
          themesField={themesField}
          onSaved={stop}
          onCancel={stop}
        />
      ) : (
        <Button onClick={() => setWriting(true)}>{t('ours.write')}</Button>
      )}
      <Loaded query={useQuery(oursQuery(id))} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState>{t('ours.none')}</EmptyState>
          ) : (
            items.map((card) => <OurCard key={card.id} card={card} themesField={themesField} />)
          )
        }
      </Loaded>
      <p className="govuk-body">
        <Link to={further.practices()}>{t('toAll')}</Link>
      </p>
    </>
  )
}
