import { BLOCS, type Bloc, type Room } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import './codesign.scss'

export interface VoicesProps {
  members: Room['members']
  mine: Bloc | undefined
}

/** Three voices of one third each, however many sit in them (§4.2): the bars are of one length, and say so. */
export function Voices({ members, mine }: VoicesProps) {
  const { t } = useTranslation('codesign')
  return (
    <>
      <ul className="hcw-voices">
        {BLOCS.map((bloc) => (
          <li key={bloc} className={`hcw-voices__one hcw-voices__one--${bloc}`}>
            <strong>{t(`blocs.${bloc}`)}</strong>
            <span>
              {t('blocs.people', { count: members[bloc] })}
              {bloc === mine ? ` · ${t('blocs.mine')}` : ''}
            </span>
          </li>
        ))}
      </ul>
      <p className="govuk-body hcw-soft">{t('blocs.thirds')}</p>
    </>
  )
}
