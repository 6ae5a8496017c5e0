import { alike, isCopiedTooOften, type NextStep, sharedSentences } from '@howcanwe/shared/cohorts'

/** What one organisation is told, as its commissioner wrote it. */
export interface Written {
  reason: string
  criteria: readonly { position: number; sentence: string }[]
  nextStep: { kind: NextStep; note: string }
}

interface Answers {
  chosen: readonly Written[]
  notThisTime: readonly Written[]
}

export interface AnswerFault {
  code:
    | 'cohorts.criterion_unknown'
    | 'cohorts.criterion_twice'
    | 'cohorts.step_does_not_fit'
    | 'cohorts.same_answer'
  /** JSON Pointers into the body, one for each place that needs another look. */
  pointers: string[]
}

type Placed = Written & { at: string }
const placed = ({ chosen, notThisTime }: Answers): Placed[] => [
  ...chosen.map((one, i) => ({ ...one, at: `#/body/chosen/${i}` })),
  ...notThisTime.map((one, i) => ({ ...one, at: `#/body/notThisTime/${i}` })),
]

const positionsWhere = (
  all: readonly Placed[],
  wrong: (position: number, before: readonly number[]) => boolean,
): string[] =>
  all.flatMap(({ at, criteria }) => {
    const positions = criteria.map((one) => one.position)
    return positions.flatMap((position, i) =>
      wrong(position, positions.slice(0, i)) ? `${at}/criteria/${i}/position` : [],
    )
  })

/** Where somebody who was not chosen is promised a start with the team. */
const falsePromises = ({ notThisTime }: Answers): string[] =>
  notThisTime.flatMap((one, i) =>
    one.nextStep.kind === 'start-with-team' ? `#/body/notThisTime/${i}/nextStep/kind` : [],
  )

/** Where the same sentence stands that most of those who were not chosen are given. */
function copies({ notThisTime }: Answers): string[] {
  const sentences = notThisTime.map((one) => [one.reason, ...one.criteria.map((c) => c.sentence)])
  const counts = sharedSentences(sentences)
  const tooOften = (text: string) =>
    isCopiedTooOften(counts.get(alike(text)) ?? 0, notThisTime.length)
  return notThisTime.flatMap((one, i) => [
    ...(tooOften(one.reason) ? [`#/body/notThisTime/${i}/reason`] : []),
    ...one.criteria.flatMap((c, j) =>
      tooOften(c.sentence) ? `#/body/notThisTime/${i}/criteria/${j}/sentence` : [],
    ),
  ])
}

/**
 * What stands between these answers and telling everyone (FR-10, M7). How many criteria there are at least, and how
 * long each sentence is, is the contract's.
 *
 * @param criteria positions of the challenge's own criteria
 */
export function faultInAnswers(
  answers: Answers,
  criteria: readonly number[],
): AnswerFault | undefined {
  const all = placed(answers)
  const faults: AnswerFault[] = [
    {
      code: 'cohorts.criterion_unknown',
      pointers: positionsWhere(all, (p) => !criteria.includes(p)),
    },
    {
      code: 'cohorts.criterion_twice',
      pointers: positionsWhere(all, (p, before) => before.includes(p)),
    },
    { code: 'cohorts.step_does_not_fit', pointers: falsePromises(answers) },
    { code: 'cohorts.same_answer', pointers: copies(answers) },
  ]
  return faults.find((fault) => fault.pointers.length > 0)
}
