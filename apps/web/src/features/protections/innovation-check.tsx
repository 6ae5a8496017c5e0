import { useTranslation } from 'react-i18next'
import { Link, Notice, Radios, TextArea } from '../../ui/index.ts'

export const CHOICES = ['protect', 'adopt', 'adapt', 'invent'] as const
export type InnovationChoice = (typeof CHOICES)[number]

/** What the check asks, as it stands in the form. */
export interface Checked {
  innovation: InnovationChoice | null
  inventReason: string
  notAtRisk: string
}

export interface InnovationCheckProps {
  value: Checked
  onChange: (part: Partial<Checked>) => void
  errorOf: (name: keyof Checked) => string | undefined
  /** Where a decision to keep something is written; what was typed goes along as the state of the address. */
  write: { to: string; state: unknown }
  /** What is kept here already. */
  kept: string
  /** What works here already, to take over or to change a little. */
  working: string
}

/** The first question to whoever asks one (CH3): protect, adopt, adapt or invent, the least change first. */
export function InnovationCheck(props: InnovationCheckProps) {
  const { value, onChange, errorOf, write, kept, working } = props
  const { t } = useTranslation('protections')
  const box = (name: 'inventReason' | 'notAtRisk') => (
    <TextArea
      name={name}
      rows={2}
      label={t(`check.${name}`)}
      hint={t(`check.${name}Hint`)}
      error={errorOf(name)}
      maxCharacters={name === 'inventReason' ? 1000 : 300}
      value={value[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  )
  const works = (
    <Link className="govuk-link" to={working}>
      {t('check.worksHere')}
    </Link>
  )
  const reveals = {
    protect: <Instead write={write} kept={kept} />,
    adopt: works,
    adapt: works,
    invent: box('inventReason'),
  }
  return (
    <>
      <Radios
        name="innovation"
        legend={t('check.legend')}
        hint={t('check.hint')}
        error={errorOf('innovation')}
        value={value.innovation ?? ''}
        onChange={(event) => onChange({ innovation: event.target.value as InnovationChoice })}
        choices={CHOICES.map((one) => ({
          value: one,
          label: t(`check.${one}`),
          hint: t(`check.${one}Hint`),
          reveals: reveals[one],
        }))}
      />
      {box('notAtRisk')}
    </>
  )
}

function Instead({ write, kept }: Pick<InnovationCheckProps, 'write' | 'kept'>) {
  const { t } = useTranslation('protections')
  return (
    <Notice heading={t('check.protectTitle')}>
      <p className="govuk-body">{t('check.protectText')}</p>
      <p className="govuk-body">
        <Link className="govuk-link" to={write.to} state={write.state}>
          {t('check.protectGo')}
        </Link>
      </p>
      <p className="govuk-body">
        <Link className="govuk-link" to={kept}>
          {t('check.keptHere')}
        </Link>
      </p>
    </Notice>
  )
}
