import type { UnmetPair } from '@howcanwe/shared/actors'
import { useTranslation } from 'react-i18next'
import { ButtonLink, NoticeList, NoticeListItem } from '../../ui/index.ts'

/** Pairs who have not met, with what one could give the other. */
export function UnmetList({
  items,
  introduce,
}: {
  items: readonly UnmetPair[]
  /** Address where the two are introduced. */
  introduce: (pair: UnmetPair) => string
}) {
  const { t } = useTranslation(['actors', 'organisations', 'places'])
  return (
    <NoticeList>
      {items.map((pair) => (
        <NoticeListItem
          key={`${pair.a.id} ${pair.b.id}`}
          level={3}
          title={t('actors:unmet.pair', { one: pair.a.name, other: pair.b.name })}
        >
          <ul className="govuk-list govuk-list--bullet">
            {pair.fits.map(({ give, what }) => (
              <li key={`${give} ${what}`}>
                {t('actors:unmet.fits', {
                  needs: give === 'a' ? pair.b.name : pair.a.name,
                  gives: pair[give].name,
                  what: t(`organisations:possibleWith.${what}`),
                })}
              </li>
            ))}
            <li>
              {t('actors:unmet.both', {
                themes: pair.themes.map((theme) => t(`places:themes.${theme}`)).join(', '),
              })}
            </li>
          </ul>
          <ButtonLink kind="secondary" to={introduce(pair)}>
            {t('actors:unmet.introduce')}
          </ButtonLink>
        </NoticeListItem>
      ))}
    </NoticeList>
  )
}
