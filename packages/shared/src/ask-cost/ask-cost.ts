export const ASK_COLOURS = ['green', 'amber', 'red'] as const
export type AskColour = (typeof ASK_COLOURS)[number]

/** Up to 5 % of what is on offer is light, up to 15 % is heavy, above that is too much (FR-01). Basis points. */
export const GREEN_TO = 500
export const AMBER_TO = 1500

export interface Ask {
  /** Whole minutes one organisation spends on one answer. */
  minutesPerAnswer: number
  expectedAnswers: number
  /** What an hour of an applicant's time costs, in pence: a dated setting of the place. */
  applicantHourlyPence: number
  panelMembers: number
  /** Whole minutes one panel member spends on one answer. */
  minutesPerScoring: number
  panelHourlyPence: number
  /** All money on offer, in pence. */
  offerPence: number
}

/** How answers of the first stage are read here until a panel says otherwise: three people, four minutes each. */
export const OUR_PANEL = { panelMembers: 3, minutesPerScoring: 4 } as const

export interface AskCost {
  /** Minutes of all applicants together; hours are for whoever shows them. */
  applicantMinutes: number
  applicantPence: number
  panelMinutes: number
  panelPence: number
  totalPence: number
  /** Of the offer, in basis points (1950 = 19.5 %), rounded down; null where nothing is on offer. */
  share: number | null
  colour: AskColour
}

const HOUR = 60

/** Half a penny up, in whole numbers only. */
const costOf = (minutes: number, hourlyPence: number): number =>
  Math.floor((minutes * hourlyPence + HOUR / 2) / HOUR)

/** Compared by cross-multiplication, so that 5.004 % is not green for being shown as 5.0 %. */
function colourOf(totalPence: number, offerPence: number): AskColour {
  if (totalPence * 10_000 <= GREEN_TO * offerPence) return 'green'
  return totalPence * 10_000 <= AMBER_TO * offerPence ? 'amber' : 'red'
}

/**
 * What an ask costs everyone who answers and whoever reads the answers, against what it offers (FR-01, M5). Whole
 * numbers throughout. With nothing on offer there is no share: any cost at all is red, no cost is green.
 *
 * @param ask whole numbers, none below nought
 */
export function askCost(ask: Ask): AskCost {
  const applicantMinutes = ask.minutesPerAnswer * ask.expectedAnswers
  const panelMinutes = ask.panelMembers * ask.expectedAnswers * ask.minutesPerScoring
  const applicantPence = costOf(applicantMinutes, ask.applicantHourlyPence)
  const panelPence = costOf(panelMinutes, ask.panelHourlyPence)
  const totalPence = applicantPence + panelPence
  return {
    applicantMinutes,
    applicantPence,
    panelMinutes,
    panelPence,
    totalPence,
    share: ask.offerPence === 0 ? null : Math.floor((totalPence * 10_000) / ask.offerPence),
    colour: colourOf(totalPence, ask.offerPence),
  }
}
