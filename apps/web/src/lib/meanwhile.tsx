import { useTranslation } from 'react-i18next'
import { Button, ButtonGroup, Notice, SaveStatus } from '../ui/index.ts'
import { useFormats } from './format.ts'
import type { Fields, Writing } from './use-writing.ts'

/**
 * What somebody else wrote in a field while one wrote in it here; nothing where nobody did. For under the field. Its
 * words are the catalogue's own, under `writing`.
 */
export function Theirs<V extends Fields>({
  of,
  name,
  ns,
}: {
  of: Writing<V>
  name: keyof V & string
  ns: string
}) {
  const { t } = useTranslation(ns)
  const theirs = of.theirs(name)
  if (theirs === undefined) return null
  const said = typeof theirs === 'boolean' ? t(theirs ? 'writing.on' : 'writing.off') : theirs
  return (
    <Notice kind="warning" heading={t('writing.meanwhile')}>
      <p className="govuk-body">{said || t('writing.nothing')}</p>
      <ButtonGroup>
        <Button kind="secondary" onClick={() => of.settle(name, 'theirs')}>
          {t('writing.take')}
        </Button>
        <Button kind="quiet" onClick={() => of.settle(name, 'mine')}>
          {t('writing.keep')}
        </Button>
      </ButtonGroup>
    </Notice>
  )
}

/** What was typed here before and not saved, and a way to throw it away. For above the form. */
export function FoundHere<V extends Fields>({ of, ns }: { of: Writing<V>; ns: string }) {
  const { t } = useTranslation(ns)
  const { moment } = useFormats()
  if (!of.found) return null
  return (
    <Notice heading={t('writing.found', { when: moment(of.found) })}>
      <Button kind="quiet" onClick={of.forget}>
        {t('writing.forget')}
      </Button>
    </Notice>
  )
}

/** Says that a copy is on this device. For above the button. */
export function KeptHere<V extends Fields>({ of, ns }: { of: Writing<V>; ns: string }) {
  const { t } = useTranslation(ns)
  const { clock } = useFormats()
  if (!of.keptAt) return <SaveStatus state={{ kind: 'idle' }} />
  return <p className="hcw-save">{t('writing.kept', { time: clock(of.keptAt) })}</p>
}
