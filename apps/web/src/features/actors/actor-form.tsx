import { ACTOR_KINDS, actorInput, actorsContract } from '@howcanwe/shared/actors'
import { SECTORS } from '@howcanwe/shared/organisations'
import { type Place, THEMES } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import {
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { linesOf } from './typed-lines.ts'

/** As it is typed: a line each. */
const typed = z.strictObject({ ...actorInput.shape, offers: z.string(), asks: z.string() })
type Typed = z.output<typeof typed>

/** Somebody who has not registered, put on the map by a broker: never whom to ring. */
export function ActorForm({ place, onAdded }: { place: Place; onAdded: (name: string) => void }) {
  const { t } = useTranslation(['actors', 'organisations', 'places'])
  const call = useCall()
  const f = useSchemaForm({
    schema: typed,
    ns: 'actors',
    defaultValues: { name: '', roleInIssue: '', offers: '', asks: '', themes: [], areaIds: [] },
  })
  const send = f.handleSubmit(async (values) => {
    const { offers, asks, ...rest } = values as Typed
    const body = { ...rest, offers: linesOf(offers), asks: linesOf(asks) }
    try {
      const { name } = await call(actorsContract.add, { params: { placeId: place.id }, body })
      f.reset()
      onAdded(name)
    } catch (error) {
      f.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <TextField
        {...f.register('name')}
        label={t('actors:add.name')}
        hint={t('actors:add.nameHint')}
        error={f.errorOf('name')}
        autoComplete="off"
      />
      <Select
        {...f.register('kind')}
        label={t('actors:add.kind')}
        error={f.errorOf('kind')}
        placeholder={t('actors:add.choose')}
        options={ACTOR_KINDS.map((value) => ({ value, label: t(`actors:kinds.${value}`) }))}
      />
      <Select
        {...f.register('sector')}
        label={t('actors:add.sector')}
        error={f.errorOf('sector')}
        placeholder={t('actors:add.choose')}
        options={SECTORS.map((value) => ({ value, label: t(`organisations:sectors.${value}`) }))}
      />
      <TextField
        {...f.register('roleInIssue')}
        label={t('actors:entry.role')}
        hint={t('actors:entry.roleHint')}
        error={f.errorOf('roleInIssue')}
        optional
      />
      {(['offers', 'asks'] as const).map((which) => (
        <TextArea
          key={which}
          {...f.register(which)}
          label={t(`actors:add.${which}`)}
          hint={t('actors:add.linesHint')}
          error={f.errorOf(which)}
          rows={3}
          optional
        />
      ))}
      <Details summary={t('actors:add.themes')}>
        <Checkboxes
          {...f.register('themes')}
          legend={t('actors:add.themes')}
          choices={THEMES.map((value) => ({ value, label: t(`places:themes.${value}`) }))}
        />
      </Details>
      {place.areas.length > 0 ? (
        <Checkboxes
          {...f.register('areaIds')}
          legend={t('actors:add.areas')}
          choices={place.areas.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('actors:add.send')}
      </Button>
    </form>
  )
}
