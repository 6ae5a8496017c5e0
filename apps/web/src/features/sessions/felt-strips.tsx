import { useTranslation } from 'react-i18next'
import './felt-strips.scss'

const STRIPS = [1, 2, 3, 4] as const
const FIVE = [1, 2, 3, 4, 5] as const

/** The two taps on paper, four to a sheet, to tear off; the facilitator types in what comes back (CD8, PE3). */
export function FeltStrips({ when }: { when: string }) {
  const { t } = useTranslation('sessions')
  return (
    <section className="hcw-felt-strips" aria-label={t('sheet.strip.title')}>
      {STRIPS.map((strip) => (
        <div key={strip} className="hcw-felt-strips__one" aria-hidden={strip > 1}>
          <p className="hcw-felt-strips__title">
            {t('sheet.strip.title')} <span>{when}</span>
          </p>
          <p>{t('sheet.strip.text')}</p>
          {(['heard', 'changed'] as const).map((question) => (
            <p key={question} className="hcw-felt-strips__line">
              <strong>{t(`felt.${question}`)}</strong>
              <span>{t('felt.1')}</span>
              {FIVE.map((n) => (
                <b key={n}>{n}</b>
              ))}
              <span>{t('felt.5')}</span>
            </p>
          ))}
          <p className="hcw-felt-strips__name">{t('sheet.strip.name')}</p>
        </div>
      ))}
    </section>
  )
}
