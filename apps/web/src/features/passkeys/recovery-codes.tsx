import { useTranslation } from 'react-i18next'
import { Button, ButtonGroup } from '../../ui/index.ts'

/** A file made here: the codes travel nowhere a second time. */
function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  URL.revokeObjectURL(address)
}

/** Eight codes, shown this once: to print, to save, or to copy by hand. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation('passkeys')
  return (
    <section>
      <h2 className="govuk-heading-m">{t('codes.yours')}</h2>
      <p className="govuk-body">{t('codes.keep')}</p>
      <ul className="govuk-list">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <ButtonGroup>
        <Button kind="secondary" onClick={() => window.print()}>
          {t('codes.print')}
        </Button>
        <Button kind="secondary" onClick={() => saveAs(t('codes.file'), `${codes.join('\n')}\n`)}>
          {t('codes.save')}
        </Button>
      </ButtonGroup>
    </section>
  )
}
