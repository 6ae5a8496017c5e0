import { useTranslation } from 'react-i18next'
import { Link } from '../ui/index.ts'
import { Contact } from './contact.tsx'
import { paths } from './paths.ts'
import { usePlace } from './place.ts'

/** Foot of every page: who to ask, always at the same spot (WCAG 3.2.6), and what a public body must tell. */
export function Footer() {
  const { t } = useTranslation('layout')
  const place = usePlace()
  const links = [
    [paths.place(), 'footer.place'],
    [paths.help(), 'footer.help'],
    [paths.decisions(), 'footer.decisions'],
    [paths.privacy(), 'footer.privacy'],
    [paths.accessibility(), 'footer.accessibility'],
  ] as const
  return (
    <footer className="hcw-footer">
      <div className="hcw-width hcw-footer__columns">
        <section>
          <h2 className="hcw-footer__title">{t('footer.ask')}</h2>
          <p>{t('footer.askIntro')}</p>
          {place ? <Contact contact={place.contact} /> : <p>{t('footer.noPhone')}</p>}
        </section>
        <nav aria-label={t('footer.about')}>
          <h2 className="hcw-footer__title">{t('footer.about')}</h2>
          <ul>
            {links.map(([to, words]) => (
              <li key={to}>
                <Link to={to}>{t(words)}</Link>
              </li>
            ))}
          </ul>
          <p>{t('footer.licence')}</p>
        </nav>
      </div>
    </footer>
  )
}
