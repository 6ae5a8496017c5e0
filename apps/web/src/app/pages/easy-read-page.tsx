import type { Group } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useGroup } from '../../features/codesign/codesign.queries.ts'
import { languageOfGroup, nextOf } from '../../features/codesign/group-facts.ts'
import '../../features/codesign/paper.scss'
import { EasyMark, type EasyPicture } from '../../features/codesign/easy-mark.tsx'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, PageHeading } from '../../ui/index.ts'
import { usePlace } from '../place.ts'

/** One idea a line, a picture on the left, short sentences, large letters (ux row 28). */
export function EasyReadPage() {
  const { groupId = '' } = useParams()
  const group = useGroup(groupId)
  return <Loaded query={group}>{(found) => <Easy group={found} />}</Loaded>
}

function Easy({ group }: { group: Group }) {
  const { t } = useTranslation('group-paper')
  const { span } = useFormats()
  const lang = languageOfGroup(group)
  const place = usePlace()
  const next = nextOf(group.sessions)
  const lines: [EasyPicture, string, string | undefined][] = [
    ['people', t('easy.meet'), undefined],
    ['talk', t('easy.about'), group.about],
    ['hand', t('easy.decide'), group.decides],
    ['stop', t('easy.fixed'), group.fixed],
    ...(next
      ? ([
          [
            'clock',
            t('easy.when', { when: span(next.startsAt, next.endsAt) }),
            [next.venue, next.address].filter(Boolean).join(', '),
          ],
        ] as [EasyPicture, string, string][])
      : []),
    ['money', t('easy.get'), group.youGet],
    ['door', t('easy.leave'), undefined],
    ['lock', t('easy.never'), undefined],
  ]
  const ring = [place?.contact?.name, place?.contact?.phone].filter(Boolean).join(', ')
  return (
    <div className="hcw-paper hcw-easy">
      <PageHeading title={group.name} caption={t('easy.caption')} lang={lang} />
      <p className="hcw-no-paper">
        <Button kind="secondary" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </p>
      <ul>
        {lines.map(([picture, words, said]) => (
          <li key={picture}>
            <EasyMark picture={picture} />
            <p>
              {said ? <strong>{words}</strong> : words}{' '}
              {said ? <span lang={lang}>{said}</span> : null}
            </p>
          </li>
        ))}
        {ring ? (
          <li>
            <EasyMark picture="phone" />
            <p>
              {t('easy.ring')} <strong>{ring}</strong>
            </p>
          </li>
        ) : null}
      </ul>
    </div>
  )
}
