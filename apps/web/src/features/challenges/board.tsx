import type { ChallengeSummary } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { Facts, Link, Opened } from '../../ui/index.ts'
import { AskerMark } from './asker-mark.tsx'
import { areaWords, useSummaryFacts } from './challenge-notice.tsx'
import { languageOf, openingOf } from './question.ts'

/** The board of the first page: sheets with a pin, the one that closes first the widest. */
export function Board({
  challenges,
  to,
}: {
  challenges: readonly ChallengeSummary[]
  to: (challenge: ChallengeSummary) => string
}) {
  return (
    <ul className="hcw-board">
      {challenges.map((challenge) => (
        <li key={challenge.id} className="hcw-board__place">
          <BoardSheet challenge={challenge} to={to(challenge)} />
        </li>
      ))}
    </ul>
  )
}

function BoardSheet({ challenge, to }: { challenge: ChallengeSummary; to: string }) {
  const { t } = useTranslation('challenges')
  const factsOf = useSummaryFacts()
  const { asker, areas, question, summary } = challenge
  return (
    <article className="hcw-sheet hcw-board__sheet">
      <div className="hcw-sheet__text">
        <p className="hcw-caption">
          <AskerMark name={asker.organisation} />
          <span className="hcw-soft">{areaWords(t, areas)}</span>
        </p>
        <h3 className="hcw-board__question" lang={languageOf(question)}>
          <Link to={to}>
            <Opened title={question} opening={openingOf(question)} />
          </Link>
        </h3>
        <p className="hcw-board__summary" lang={languageOf(question)}>
          {summary}
        </p>
      </div>
      <Facts facts={factsOf(challenge)} />
    </article>
  )
}
