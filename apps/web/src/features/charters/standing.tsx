import type { OpenCharter } from '@howcanwe/shared/charters'
import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/index.ts'
import './charters.scss'

/** How far each voice has come, in words and one tag; and what must change for some. */
export function Standing({ open }: { open: OpenCharter }) {
  const { t } = useTranslation('charters')
  return (
    <section aria-labelledby="standing">
      <h2 id="standing" className="govuk-heading-m">
        {t('standing.title')}
      </h2>
      <ul className="hcw-standing">
        {open.voices.map((voice) => (
          <li key={voice.bloc}>
            <strong>{t(`blocs.${voice.bloc}`)}</strong>
            <span>
              {voice.members === 0
                ? t('standing.nobody')
                : t('standing.count', {
                    answered: voice.agree + voice.notYet,
                    members: voice.members,
                    agree: voice.agree,
                  })}
            </span>
            {voice.members > 0 ? (
              <Tag tone={voice.agreed ? 'pine' : 'plain'}>
                {t(voice.agreed ? 'standing.agreed' : 'standing.notYet')}
              </Tag>
            ) : null}
          </li>
        ))}
      </ul>
      {open.wishes.length > 0 ? (
        <>
          <h3 className="govuk-heading-s">{t('standing.wishes')}</h3>
          <ul className="govuk-list govuk-list--bullet">
            {open.wishes.map(({ bloc, words }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: wishes have no name on purpose
              <li key={i}>
                {words} <span className="hcw-soft">({t(`blocs.${bloc}`)})</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
