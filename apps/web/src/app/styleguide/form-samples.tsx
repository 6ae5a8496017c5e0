import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateField,
  Link,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'

function Buttons() {
  const { t } = useTranslation('styleguide')
  return (
    <>
      <h2 className="govuk-heading-l">{t('sections.buttons')}</h2>
      <ButtonGroup>
        <Button>{t('buttons.primary')}</Button>
        <Button kind="secondary">{t('buttons.secondary')}</Button>
        <Button kind="warning">{t('buttons.warning')}</Button>
        <Button kind="quiet">{t('buttons.quiet')}</Button>
        <Button busy>{t('buttons.busy')}</Button>
      </ButtonGroup>
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.styleguide()}>
          {t('buttons.link')}
        </Link>
      </p>
    </>
  )
}

/** Every kind of question, with and without something wrong. */
export function FormSamples() {
  const { t } = useTranslation('styleguide')
  const [start, setStart] = useState('')
  const phone = <TextField label={t('fields.phone')} name="phone" type="tel" width={20} />
  return (
    <>
      <Buttons />
      <h2 className="govuk-heading-l">{t('sections.fields')}</h2>
      <TextField
        label={t('fields.name')}
        name="name"
        hint={t('fields.nameHint')}
        seenBy={t('fields.seenBy')}
      />
      <TextField
        label={t('fields.email')}
        name="email"
        type="email"
        autoComplete="email"
        error={t('fields.emailError')}
      />
      <TextField
        label={t('fields.hours')}
        name="hours"
        inputMode="numeric"
        width={4}
        suffix={t('fields.hoursUnit')}
        optional
      />
      <TextField label={t('fields.money')} name="money" inputMode="decimal" width={5} prefix="£" />
      <TextArea label={t('fields.text')} name="text" hint={t('fields.textHint')} maxWords={60} />
      <Select
        label={t('fields.area')}
        name="area"
        placeholder={t('fields.areaChoose')}
        options={[
          { value: 'n', label: t('fields.north') },
          { value: 'e', label: t('fields.elm') },
        ]}
      />
      <Radios
        legend={t('fields.contact')}
        name="contact"
        error={t('fields.contactError')}
        choices={[
          { value: 'email', label: t('fields.byEmail') },
          {
            value: 'phone',
            label: t('fields.byPhone'),
            hint: t('fields.byPhoneHint'),
            reveals: phone,
          },
        ]}
      />
      <Checkboxes
        legend={t('fields.needs')}
        name="needs"
        optional
        choices={[
          { value: 'i', label: t('fields.interpreter') },
          { value: 's', label: t('fields.stepFree') },
          { value: 'c', label: t('fields.childcare') },
        ]}
      />
      <DateField
        legend={t('fields.date')}
        name="start"
        hint={t('fields.dateHint')}
        value={start}
        onChange={setStart}
      />
    </>
  )
}
