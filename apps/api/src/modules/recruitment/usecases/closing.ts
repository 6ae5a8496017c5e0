import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { groupById } from '../../codesign/index.ts'
import { tellClosed } from '../recruitment.letters.ts'
import { type Plan, prepare, textOfBox } from '../recruitment.lottery.rules.ts'
import { targetsOf } from '../recruitment.open.rules.ts'
import { type Applicant, appliedFor, has, type Target } from '../recruitment.pool.rules.ts'
import * as q from '../recruitment.queries.ts'
import { standsOn } from '../recruitment.sheets.rules.ts'
import type { KeptTargets } from '../recruitment.table.ts'
import { noted } from './opening.ts'

type Needs = Pick<Deps, 'db' | 'config'>

/** Mean number of sheets, in thousandths, of those who count towards a target. */
function chanceOf(
  target: Target,
  people: readonly Applicant[],
  on: Map<number, number>,
  of: number,
) {
  const numbers = people.filter((one) => has(one, target)).map(({ number }) => number)
  if (numbers.length === 0) return null
  const total = numbers.reduce((sum, number) => sum + (on.get(number) ?? 0), 0)
  return Math.round((total / numbers.length / of) * 1000)
}

/** What is kept of a plan beside the sheets: counts, and what gave way. */
export function keptOf(
  plan: Plan,
  targets: readonly Target[],
  people: readonly Applicant[],
): KeptTargets {
  const counts = {
    applied: targets.map((target) => appliedFor(target, people)),
    names: people.length,
  }
  if (plan.way === 'all-in') {
    const everybody = people.length > 0 ? 1000 : null
    const chances = counts.applied.map((applied) => (applied > 0 ? 1000 : null))
    return {
      ...counts,
      ...{ chances, lowest: everybody, highest: everybody, held: 0, relaxed: [] },
      targets: targets.map(({ leastServed: _, ...target }) => target),
      shortages: [...plan.shortages],
    }
  }
  const on = standsOn(plan.box.sheets)
  const of = plan.box.sheets.length
  const all = people.map(({ number }) => Math.round(((on.get(number) ?? 0) / of) * 1000))
  return {
    ...counts,
    chances: targets.map((target) => chanceOf(target, people, on, of)),
    lowest: Math.min(...all),
    highest: Math.max(...all),
    held: plan.fitted.held,
    targets: plan.fitted.targets.map(({ leastServed: _, ...target }) => target),
    shortages: [...plan.fitted.shortages],
    relaxed: [...plan.fitted.relaxed],
  }
}

/**
 * Closes names on their last day and writes the sheets, by the worker and so by nobody who could wait for a better pool.
 * From here on it is fixed who stands on which sheet, and the figure that says which sheet is still to come (S-07).
 *
 * @returns whether one was due
 */
export async function closeNames({ db, config }: Needs): Promise<boolean> {
  const due = await q.dueToClose(db)
  if (!due) return false
  // Nobody comes in any more; whoever goes out meanwhile leaves a seat free.
  const applicants = await q.poolOf(db, due.id)
  const targets = targetsOf(due.categories)
  const plan = await prepare({ seats: due.seats, targets, applicants })
  const kept = keptOf(plan, targets, applicants)
  await inTransaction(db, (tx) => close({ db, config }, tx, due, plan, kept))
  return true
}

async function close(
  deps: Needs,
  tx: Database,
  due: q.RecruitmentRow,
  plan: Plan,
  kept: KeptTargets,
): Promise<void> {
  const sheets =
    plan.way === 'lottery'
      ? { box: textOfBox(plan.box), boxHash: plan.hash, sheets: plan.box.sheets.length }
      : {}
  const values = { state: 'closed', way: plan.way, kept, ...sheets } as const
  const row = await q.change(tx, due, values, 'closedAt')
  const group = row && (await groupById(tx, row.groupId))
  if (!group) return
  const { way, boxHash } = row
  await noted(tx, { actor: null }, row, 'closed', { way, boxHash, names: kept.names })
  await tellClosed(deps, tx, group, row)
}
