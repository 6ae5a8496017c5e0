import type { CallArgs } from '@howcanwe/shared/http'
import { CHANNELS, identityContract, type Me } from '@howcanwe/shared/identity'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import type { Prove } from '../../lib/prove.ts'
import { Button, ErrorSummary, Notice, Radios, TextField } from '../../ui/index.ts'
import { ProveNumber } from './prove-number.tsx'

export interface ReachFormProps {
  me: Me
  prove: Prove
  /** Whether texts are sent here. */
  texts: boolean
  /** What saving a number means, word for word. */
  agreement: ReactNode
  /** Its version, sent along with a number. */
  agreementVersion: string | undefined
}

type Change = CallArgs<typeof identityContract.changeMe>['body']
type Said = 'saved' | 'savedNotProven' | 'proven' | 'texted'

/** Sends a change of one's own details, and keeps what came of it. */
function useChange() {
  const call = useCall()
  const client = useQueryClient()
  return async (body: Change, version: number): Promise<Me> => {
    const now = await call(identityContract.changeMe, { body }, { ifMatch: version })
    client.setQueryData(['session'], now)
    return now
  }
}

/** Somebody asks for texts to a number they have not shown to be theirs. */
const waitsForProof = ({ me, texts }: ReachFormProps, body: Change): boolean =>
  texts &&
  body.preferredChannel === 'sms' &&
  Boolean(body.phone) &&
  !(me.phoneProven && body.phone === me.phone)

/** The form, what saving does, and what is left to do for somebody who asked for texts. */
function useReach(props: ReachFormProps) {
  const { me, agreementVersion } = props
  const change = useChange()
  const [said, setSaid] = useState<Said>()
  const form = useSchemaForm({
    schema: identityContract.changeMe.body,
    ns: 'identity',
    defaultValues: { phone: me.phone ?? '', preferredChannel: me.preferredChannel },
  })
  const proven = async (now: Me) => {
    const wanted = form.getValues('preferredChannel') === 'sms'
    if (wanted) await change({ preferredChannel: 'sms' }, now.version)
    setSaid(wanted ? 'texted' : 'proven')
  }
  /** Texts wait until the number is proven; until then emails go on, and the wish stays on the page. */
  const put = async () => {
    const body = form.getValues()
    const waits = waitsForProof(props, body)
    const now = await change(waits ? { ...body, preferredChannel: 'email' } : body, me.version)
    form.reset({
      phone: now.phone ?? '',
      preferredChannel: waits ? 'sms' : now.preferredChannel,
    })
    if (waits && now.phoneProven) await proven(now)
    else setSaid(waits ? 'savedNotProven' : 'saved')
  }
  const save = async (event: FormEvent) => {
    setSaid(undefined)
    if (!form.getValues('phone')?.trim()) form.setValue('phone', null)
    if (agreementVersion) form.setValue('phoneConsent', agreementVersion)
    await form.handleSubmit(() => put().catch(form.refuse))(event)
  }
  return { form, save, said, proven }
}

/** A number, if they like, and the way somebody would rather be reached. */
export function ReachForm(props: ReachFormProps) {
  const { me, texts, agreement } = props
  const { t } = useTranslation('identity')
  const { form, save, said, proven } = useReach(props)
  const channels = CHANNELS.filter((c) => c !== 'sms' || texts || me.preferredChannel === c)
  return (
    <>
      <form noValidate onSubmit={save}>
        <h2 className="govuk-heading-m">{t('reach.title')}</h2>
        {said ? <Notice key={said} kind="success" heading={t(`reach.${said}`)} focus /> : null}
        <ErrorSummary errors={form.summary} />
        <TextField
          {...form.register('phone')}
          label={t('reach.phone')}
          hint={t('reach.phoneHint')}
          seenBy={t('reach.seenBy')}
          error={form.errorOf('phone')}
          optional
          type="tel"
          autoComplete="tel"
          width={20}
        />
        <p className="govuk-body">{t('reach.agree')}:</p>
        {agreement}
        <Radios
          legend={t('reach.channel')}
          hint={t(texts ? 'reach.channelHint' : 'reach.channelHintNoTexts')}
          name="preferredChannel"
          error={form.errorOf('preferredChannel')}
          choices={channels.map((value) => ({ value, label: t(`channels.${value}`) }))}
          value={form.watch('preferredChannel') ?? 'email'}
          onChange={async ({ target }) => {
            const chosen = CHANNELS.find((channel) => channel === target.value)
            if (chosen) form.setValue('preferredChannel', chosen)
          }}
        />
        <Button type="submit" busy={form.formState.isSubmitting}>
          {t('reach.save')}
        </Button>
      </form>
      {texts && me.phone && !me.phoneProven ? (
        <ProveNumber key={me.phone} me={me} onProven={proven} prove={props.prove} />
      ) : null}
    </>
  )
}
