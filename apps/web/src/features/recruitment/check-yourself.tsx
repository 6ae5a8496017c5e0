import { type Recruitment, recruitmentContract } from '@howcanwe/shared/recruitment'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { saveFile } from '../../lib/files.ts'
import { Button, Details, Notice, SummaryList } from '../../ui/index.ts'
import './recruitment.scss'

/** The bytes whose SHA-256 is the published fingerprint: saved as they are, so that anybody's own tools agree. */
function Download({ groupId }: { groupId: string }) {
  const { t } = useTranslation(['recruitment', 'problems'])
  const call = useCall()
  const file = useMutation({
    mutationFn: () => call(recruitmentContract.box, { params: { groupId } }),
    onSuccess: ({ box }) => saveFile(new Blob([box], { type: 'application/json' }), 'box.json'),
  })
  return (
    <>
      {file.error ? <Notice kind="warning" heading={sentenceOf(t, file.error)} focus /> : null}
      <Button kind="secondary" busy={file.isPending} onClick={() => file.mutate()}>
        {t('check.file')}
      </Button>
    </>
  )
}

/** Everything with which somebody outside draws again, and how (S-07). */
export function CheckYourself({ recruitment }: { recruitment: Recruitment }) {
  const { t } = useTranslation('recruitment')
  const { commitment, boxHash, publicValue, secret, seed, sheet, group } = recruitment
  const figures = [
    { key: 'promise', value: commitment },
    { key: 'box', value: boxHash },
    { key: 'figure', value: publicValue },
    { key: 'secret', value: secret },
    { key: 'seed', value: seed },
    { key: 'sheet', value: sheet === null ? null : String(sheet) },
  ] as const
  return (
    <section>
      <h2 className="govuk-heading-m">{t('check.title')}</h2>
      <p className="govuk-body">{t('check.lead')}</p>
      {boxHash ? (
        <Download groupId={group.id} />
      ) : (
        <p className="govuk-body">{t('check.waiting')}</p>
      )}
      <SummaryList
        rows={figures.map(({ key, value }) => ({
          key,
          label: t(`check.${key}`),
          value: value ? <span className="hcw-digest">{value}</span> : t('check.notYet'),
        }))}
      />
      <Details summary={t('check.stepsTitle')}>
        <ol className="govuk-list govuk-list--number">
          {([1, 2, 3, 4, 5] as const).map((n) => (
            <li key={n}>{t(`check.step${n}`)}</li>
          ))}
        </ol>
      </Details>
    </section>
  )
}
