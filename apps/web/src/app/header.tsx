import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isLanguage, LANGUAGES, switchLanguage } from '../lib/i18n.ts'
import { useSession, useSignOut } from '../lib/session.ts'
import { LanguageSwitch, Link, NavLink } from '../ui/index.ts'
import { NAVIGATION } from './navigation.ts'
import { paths } from './paths.ts'
import { usePersona, usePlace } from './place.ts'

/** Pages whose link is not also the link of what lies below them. */
const ENDS = [paths.desk(), paths.organisation()]

/** Whoever runs groups is not looking for one to join when they are inside one. */
const endsFor = (persona: string, to: string): boolean =>
  ENDS.includes(to) || (persona === 'facilitator' && to === paths.groups())

/** Above everything where records are made up. */
function DemoRibbon() {
  const { t } = useTranslation('layout')
  return (
    <div className="hcw-ribbon">
      <p className="hcw-width">
        {t('demo')} <Link to={paths.inbox()}>{t('demoInbox')}</Link>
      </p>
    </div>
  )
}

function Account() {
  const { t } = useTranslation('layout')
  const { status, me } = useSession()
  const signOut = useSignOut()
  const navigate = useNavigate()
  if (status === 'loading') return null
  if (status === 'visitor') {
    return (
      <Link className="hcw-masthead__link" to={paths.signIn()}>
        {t('signIn')}
      </Link>
    )
  }
  const leave = async () => {
    await signOut()
    navigate(paths.home())
  }
  return (
    <span className="hcw-masthead__account">
      <span className="hcw-masthead__who">{me?.displayName ?? me?.email ?? me?.phone}</span>
      <button type="button" className="hcw-link-button" onClick={leave}>
        {t('signOut')}
      </button>
    </span>
  )
}

/** The second row: the same header for all, only this row changes with the person. */
function Navigation() {
  const { t } = useTranslation('layout')
  const persona = usePersona()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <nav className="hcw-nav" aria-label={t('mainNav')} data-open={open}>
      <button
        type="button"
        className="hcw-nav__menu"
        aria-expanded={open}
        aria-controls="hcw-nav-list"
        onClick={() => setOpen(!open)}
      >
        {t('menu')}
      </button>
      <ul id="hcw-nav-list" className="hcw-nav__list">
        {NAVIGATION[persona].map(({ words, to }) => (
          <li key={to}>
            <NavLink className="hcw-nav__link" to={to} end={endsFor(persona, to)} onClick={close}>
              {t(`nav.${words}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The top of every notice: whose board this is, in which language, and who is reading. */
export function Header() {
  const { t, i18n } = useTranslation('layout')
  const place = usePlace()
  const change = (code: string) => {
    if (isLanguage(code)) void switchLanguage(i18n, code)
  }
  return (
    <header className="hcw-header">
      {place?.demo ? <DemoRibbon /> : null}
      <div className="hcw-masthead hcw-width">
        <Link className="hcw-masthead__name" to={paths.home()}>
          {place?.name ?? t('product')}
        </Link>
        <div className="hcw-masthead__tools">
          <LanguageSwitch
            label={t('language')}
            current={i18n.language}
            languages={LANGUAGES}
            onChange={change}
          />
          <Account />
        </div>
        <Navigation />
      </div>
    </header>
  )
}
