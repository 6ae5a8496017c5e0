import { CONTACT_BY } from '@howcanwe/shared/codesign'
import { type EnteredName, lostSlip, recruitmentContract } from '@howcanwe/shared/recruitment'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Checkboxes, Details, ErrorSummary, Radios, TextField } from '../../ui/index.ts'
import { SlipOnPaper } from './slip-on-paper.tsx'

/** For who rings and lost their slip: new words, shown once (PE3). Nobody reads a list of names, so they say who they are. */
export function LostSlip({ group }: { group: { id: string; name: string } }) {
  const { t } = useTranslation('recruitment')
  const [made, setMade] = useState<EnteredName>()
  return (
    <Details summary={t('lost.title')}>
      {made ? (
        <>
          <SlipOnPaper entered={made} group={group.name} />
          <Button kind="secondary" onClick={() => setMade(undefined)}>
            {t('lost.another')}
          </Button>
        </>
      ) : (
        <LostSlipForm groupId={group.id} onMade={setMade} />
      )}
    </Details>
  )
}

interface LostSlipFormProps {
  groupId: string
  onMade: (made: EnteredName) => void
}

function LostSlipForm({ groupId, onMade }: LostSlipFormProps) {
  const { t } = useTranslation('recruitment')
  const call = useCall()
  const form = useSchemaForm({
    schema: lostSlip,
    ns: 'recruitment',
    defaultValues: { firstName: '', contact: '' },
  })
  const send = form.handleSubmit(async (body) => {
    try {
      onMade(await call(recruitmentContract.newSlip, { params: { groupId }, body }))
    } catch (error) {
      form.refuse(error)
    }
  })
  const field = (name: 'firstName' | 'contactBy' | 'contact') => ({
    ...form.register(name),
    id: `lost-${name}`,
    error: form.errorOf(name),
  })
  const by = form.watch('contactBy')
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <p className="govuk-body">{t('lost.text')}</p>
      <TextField {...field('firstName')} label={t('enter.firstName')} autoComplete="off" />
      <Radios
        {...field('contactBy')}
        legend={t('lost.contactBy')}
        choices={CONTACT_BY.map((value) => ({ value, label: t(`name.contactBy.${value}`) }))}
      />
      <TextField
        {...field('contact')}
        label={by ? t(`name.contact.${by}`) : t('enter.contact')}
        autoComplete="off"
      />
      <Checkboxes
        name="lost-read-back"
        legend={t('enter.readBack')}
        error={form.errorOf('readBack')}
        onChange={(event) =>
          event.currentTarget.checked
            ? form.setValue('readBack', true)
            : form.resetField('readBack')
        }
        choices={[{ value: 'yes', label: t('lost.readBackYes') }]}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('lost.send')}
      </Button>
    </form>
  )
}
