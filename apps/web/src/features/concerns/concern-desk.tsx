import { type ConcernLine, concernsContract as contract } from '@howcanwe/shared/conversations'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, ErrorSummary, Notice, Select, Tag, TextField } from '../../ui/index.ts'
import {
  useLeadChoices,
  useNameLead,
  useOpenConcern,
  useSettleConcern,
} from './concerns.queries.ts'
import './concerns.scss'

/** For the safeguarding lead: what waits. Nothing is on the screen until it is opened. */
export function ConcernList({ items }: { items: readonly ConcernLine[] }) {
  const { t } = useTranslation('concerns')
  if (items.length === 0) return <p className="govuk-body">{t('desk.none')}</p>
  return (
    <ul className="hcw-concerns">
      {items.map((line) => (
        <li key={line.id}>
          <One line={line} />
        </li>
      ))}
    </ul>
  )
}

function One({ line }: { line: ConcernLine }) {
  const { t } = useTranslation(['concerns', 'problems'])
  const { moment } = useFormats()
  const open = useOpenConcern()
  const settle = useSettleConcern()
  const wrong = open.error ?? settle.error
  const said = open.data
  return (
    <>
      <p className="govuk-body">
        <strong>{moment(line.at)}</strong>{' '}
        <Tag tone={line.state === 'new' ? 'caution' : 'quiet'}>
          {t(`concerns:desk.state.${line.state}`)}
        </Tag>
      </p>
      {wrong ? <Notice kind="warning" heading={sentenceOf(t, wrong)} focus /> : null}
      {said ? (
        <dl className="hcw-concerns__said">
          {(['words', 'who', 'contact', 'group', 'message'] as const).map((part) =>
            said[part] ? (
              <div key={part}>
                <dt>{t(`concerns:desk.${part}`)}</dt>
                <dd dir="auto">{said[part]}</dd>
              </div>
            ) : null,
          )}
        </dl>
      ) : (
        <Button kind="secondary" busy={open.isPending} onClick={() => open.mutate(line.id)}>
          {t('concerns:desk.open')}
        </Button>
      )}
      {said && line.state === 'read' ? (
        <Button kind="secondary" busy={settle.isPending} onClick={() => settle.mutate(line.id)}>
          {t('concerns:desk.settle')}
        </Button>
      ) : null}
    </>
  )
}

/** A steward names who reads them. */
export function NameLead({ placeId }: { placeId: string }) {
  const { t } = useTranslation('concerns')
  const choices = useLeadChoices(placeId)
  const name = useNameLead(placeId)
  const form = useSchemaForm({
    schema: contract.nameLead.body,
    ns: 'concerns',
    defaultValues: { personId: '', phone: '', hours: '' },
  })
  const send = form.handleSubmit(async () => {
    try {
      await name.mutateAsync(form.getValues())
    } catch (error) {
      form.refuse(error)
    }
  })
  if (!choices.data) return null
  const { lead } = choices.data
  return (
    <section aria-labelledby="lead">
      <h2 id="lead" className="govuk-heading-m">
        {t('lead.title')}
      </h2>
      <p className="govuk-body">
        {lead ? t('lead.now', { name: lead.name, phone: lead.phone }) : t('lead.nobody')}
      </p>
      <form noValidate onSubmit={send} className="hcw-concern">
        <ErrorSummary errors={form.summary} />
        {name.isSuccess ? <Notice kind="success" heading={t('lead.named')} focus /> : null}
        <Select
          {...form.register('personId')}
          label={t('lead.who')}
          hint={t('lead.whoHint')}
          placeholder={t('lead.choose')}
          error={form.errorOf('personId')}
          options={choices.data.choices.map(({ id, name: label }) => ({ value: id, label }))}
        />
        <TextField
          {...form.register('phone')}
          label={t('lead.phone')}
          hint={t('lead.phoneHint')}
          error={form.errorOf('phone')}
          type="tel"
        />
        <TextField
          {...form.register('hours')}
          label={t('lead.hours')}
          error={form.errorOf('hours')}
          optional
        />
        <Button type="submit" busy={form.formState.isSubmitting}>
          {t('lead.press')}
        </Button>
      </form>
    </section>
  )
}
