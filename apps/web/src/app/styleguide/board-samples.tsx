import { useTranslation } from 'react-i18next'
import {
  type Fact,
  Facts,
  NoticeList,
  NoticeListItem,
  Opened,
  SectorMark,
  Sheet,
  Tag,
  Thread,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'

/** What a notice is made of: question, facts, thread, marks. */
export function BoardSamples() {
  const { t } = useTranslation('styleguide')
  const fact = (key: string): Fact => ({
    key,
    label: t(`facts.${key}`),
    value: t(`facts.${key}Value`),
  })
  const here = paths.styleguide()
  return (
    <>
      <h2 className="govuk-heading-l">{t('sections.heading')}</h2>
      <Sheet facts={[fact('closes'), fact('effort'), fact('money'), fact('team')]}>
        <div className="hcw-heading">
          <p className="hcw-heading__caption">{t('caption')}</p>
          <p className="govuk-heading-xl">
            <Opened title={t('question')} opening={t('opening')} />
          </p>
        </div>
      </Sheet>

      <h2 className="govuk-heading-l">{t('sections.thread')}</h2>
      <Thread
        label={t('thread.label')}
        summary={t('thread.summary')}
        stations={[
          { key: 'asked', state: 'done', verb: t('thread.asked'), date: t('thread.date1') },
          {
            key: 'exploring',
            state: 'now',
            verb: t('thread.exploring'),
            date: t('thread.date2'),
            note: t('thread.note'),
          },
          { key: 'teamed', state: 'to-come', verb: t('thread.teamed'), date: t('thread.date3') },
          { key: 'trying', state: 'to-come', verb: t('thread.trying') },
          { key: 'learning', state: 'to-come', verb: t('thread.learning') },
          { key: 'shared', state: 'to-come', verb: t('thread.shared') },
        ]}
      />

      <h2 className="govuk-heading-l">{t('sections.notices')}</h2>
      <NoticeList>
        <NoticeListItem
          to={here}
          level={3}
          title={<Opened title={t('question')} opening={t('opening')} />}
          caption={<SectorMark shape="square" tone="slate" word={t('marks.council')} />}
        >
          <p className="govuk-body">{t('notices.sentence')}</p>
          <Facts size="s" facts={[fact('closes'), fact('effort'), fact('money')]} />
        </NoticeListItem>
        <NoticeListItem
          to={here}
          level={3}
          title={<Opened title={t('notices.second')} opening={t('opening')} />}
          caption={<SectorMark shape="circle" tone="brick" word={t('marks.charity')} />}
        >
          <Facts size="s" facts={[fact('closes'), fact('effort'), fact('money')]} />
        </NoticeListItem>
      </NoticeList>

      <h2 className="govuk-heading-l">{t('sections.marks')}</h2>
      <ul className="govuk-list govuk-list--spaced">
        <li>
          <SectorMark shape="square" tone="slate" word={t('marks.council')} />
        </li>
        <li>
          <SectorMark shape="circle" tone="brick" word={t('marks.charity')} />
        </li>
        <li>
          <SectorMark shape="triangle" tone="pine" word={t('marks.resident')} />
        </li>
        <li>
          <SectorMark shape="diamond" tone="plum" word={t('marks.broker')} />
        </li>
        <li>
          <SectorMark shape="pentagon" tone="ink" word={t('marks.business')} />
        </li>
      </ul>
      <p className="govuk-body">
        <Tag tone="pine">{t('marks.open')}</Tag> <Tag>{t('marks.draft')}</Tag>{' '}
        <Tag tone="caution">{t('marks.soon')}</Tag> <Tag tone="error">{t('marks.withdrawn')}</Tag>{' '}
        <Tag tone="quiet">{t('marks.closed')}</Tag>
      </p>
    </>
  )
}
