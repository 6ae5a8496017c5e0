import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router'
import { Button, ButtonGroup, Link, PageHeading } from '../../ui/index.ts'
import './cases.scss'

const SIZE = 'size'
const LARGE = 'large'

/** Where the same is on a screen, short enough to copy from paper by hand; empty until the page is in a browser. */
function useAddress(path: string): string {
  const [host, setHost] = useState('')
  useEffect(() => setHost(window.location.host), [])
  return host && path && `${host}${path}`
}

export interface SheetOfPaperProps {
  title: string
  caption?: string
  /** BCP 47 language of the title where it is not the page's. */
  lang?: string
  /** Path of the same on a screen, where the sheet does not say it itself. */
  online?: string
  children: ReactNode
}

/**
 * A form to fill in by hand: A4, black on white, also in large print. Its boxes stand in the order in which they are typed
 * in (PE3). Needs `typed`.
 */
export function SheetOfPaper({ title, caption, lang, online = '', children }: SheetOfPaperProps) {
  const { t } = useTranslation('typed')
  const [search] = useSearchParams()
  const { pathname } = useLocation()
  const isLarge = search.get(SIZE) === LARGE
  const address = useAddress(online)
  return (
    <div className={`hcw-paper${isLarge ? ' hcw-paper--large' : ''}`}>
      <PageHeading title={title} caption={caption} {...(lang ? { lang } : {})} />
      <div className="hcw-no-paper">
        <ButtonGroup>
          <Button kind="secondary" onClick={() => window.print()}>
            {t('paper.print')}
          </Button>
          <Link className="govuk-link" to={isLarge ? pathname : `${pathname}?${SIZE}=${LARGE}`}>
            {t(isLarge ? 'paper.ordinary' : 'paper.large')}
          </Link>
        </ButtonGroup>
      </div>
      {children}
      {address ? <p className="govuk-body">{t('paper.online', { address })}</p> : null}
    </div>
  )
}

interface BoxProps {
  label: ReactNode
  hint?: string | undefined
}

function Box({ label, hint, children }: BoxProps & { children: ReactNode }) {
  return (
    <div className="hcw-paper__question">
      <p className="govuk-body">
        <strong>{label}</strong>
        {hint ? <span className="hcw-paper__hint">{hint}</span> : null}
      </p>
      {children}
    </div>
  )
}

/** Room to write. */
export function Lines({ short = false, ...box }: BoxProps & { short?: boolean }) {
  return (
    <Box {...box}>
      <div className={`hcw-paper__lines${short ? ' hcw-paper__lines--short' : ''}`} />
    </Box>
  )
}

/** Boxes to tick, in two columns where there are many; `one`: paper cannot take a second tick back, so it says so. */
export function Ticks({
  items,
  one = false,
  hint,
  label,
}: BoxProps & { items: readonly string[]; one?: boolean }) {
  const { t } = useTranslation('typed')
  const isMany = items.length > 7
  const said = [hint, one ? t('paper.oneTick') : ''].filter(Boolean).join(' ')
  return (
    <Box label={label} hint={said}>
      <ul className={`govuk-list${isMany ? ' hcw-paper__ticks' : ''}`}>
        {items.map((item) => (
          <li key={item}>
            <span aria-hidden="true">☐</span> {item}
          </li>
        ))}
      </ul>
    </Box>
  )
}

/** For whoever types it in: who was asked, that it was read back, and how long it took. */
export function ForTheDesk() {
  const { t } = useTranslation('typed')
  return (
    <div className="hcw-paper__desk">
      <h2 className="govuk-heading-m">{t('paper.desk')}</h2>
      <Lines short label={t('fields.who')} />
      <Lines short label={t('fields.consent')} />
      <Lines short label={t('fields.minutes')} />
      <Ticks label={t('fields.readBackLegend')} items={[t('fields.readBack')]} />
    </div>
  )
}
