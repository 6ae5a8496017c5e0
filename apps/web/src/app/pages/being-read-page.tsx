import { useTranslation } from 'react-i18next'
import { languageOf, openingOf } from '../../features/challenges/question.ts'
import { useBeingRead } from '../../features/readings/being-read.queries.ts'
import { BeingReadList } from '../../features/readings/being-read.tsx'
import '../../features/challenges/challenges.scss'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, Link, Opened, PageHeading } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

/** What is being read in this place before it opens, for anybody who has a few minutes (CH5, J-04). */
export function BeingReadPage() {
  const { t } = useTranslation('readings')
  const open = <Link to={paths.challenges()}>{t('list.toOpen')}</Link>
  return (
    <>
      <PageHeading title={t('list.title')} lead={t('list.lead')} />
      <Loaded query={useBeingRead(usePlace()?.id)}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState action={open}>{t('list.empty')}</EmptyState>
          ) : (
            <>
              <BeingReadList
                items={items}
                to={({ id }) => paths.readThrough({ challengeId: id })}
                title={(question) => <Opened title={question} opening={openingOf(question)} />}
                langOf={languageOf}
              />
              <p className="govuk-body">{open}</p>
            </>
          )
        }
      </Loaded>
    </>
  )
}
