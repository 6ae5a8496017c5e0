import type { SetupProblem } from './setup.problems.ts'
import type { SetupFile } from './setup.schemas.ts'

/** Names are the same whatever their case, as the database has it for organisations. */
export const folded = (name: string): string => name.toLowerCase()

/** Two values that hold the same things in the same order. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** PL1: a place opens with a public body, a broker, a pay policy and somebody to complain to. */
function missing({ place, areas, publicBodies, people }: SetupFile): SetupProblem[] {
  const problems: SetupProblem[] = []
  if (areas.length === 0) problems.push({ pointer: '/areas', code: 'no_areas' })
  if (publicBodies.length === 0) problems.push({ pointer: '/publicBodies', code: 'no_public_body' })
  if (!people.some((p) => p.roles.includes('broker')))
    problems.push({ pointer: '/people', code: 'no_broker' })
  if (!place.pay) problems.push({ pointer: '/place/pay', code: 'no_pay' })
  if (new Set(place.weekend).size > 6)
    problems.push({ pointer: '/place/weekend', code: 'no_working_day' })
  const complaints = place.complaints ?? place.contact
  if (!complaints.phone && !complaints.email)
    problems.push({
      pointer: place.complaints ? '/place/complaints' : '/place/contact',
      code: 'no_complaints_contact',
    })
  if (place.complaints && !place.contact.phone && !place.contact.email)
    problems.push({ pointer: '/place/contact', code: 'contact_unreachable' })
  return problems
}

/** The second of two that are the same. */
function twice(values: readonly (string | null)[], pointer: (i: number) => string): SetupProblem[] {
  return values.flatMap((value, i) =>
    value !== null && values.indexOf(value) < i
      ? [{ pointer: pointer(i), code: 'twice' as const, about: value }]
      : [],
  )
}

function repeated({ place, holidays, areas, publicBodies, people }: SetupFile): SetupProblem[] {
  const names = (list: readonly { name: string }[]) => list.map((one) => folded(one.name))
  return [
    ...twice(place.weekend.map(String), (i) => `/place/weekend/${i}`),
    ...twice(
      holidays.map((one) => one.day),
      (i) => `/holidays/${i}/day`,
    ),
    ...twice(names(areas), (i) => `/areas/${i}/name`),
    ...twice(
      areas.map((a) => a.gssCode ?? null),
      (i) => `/areas/${i}/gssCode`,
    ),
    ...twice(names(publicBodies), (i) => `/publicBodies/${i}/name`),
    ...twice(
      people.map((p) => p.email),
      (i) => `/people/${i}/email`,
    ),
  ]
}

function bodyProblems({ areas, publicBodies }: SetupFile): SetupProblem[] {
  const known = new Set(areas.map((a) => folded(a.name)))
  return publicBodies.flatMap((body, i) => [
    ...body.areas.flatMap((name, j) =>
      known.has(folded(name))
        ? []
        : [
            {
              pointer: `/publicBodies/${i}/areas/${j}`,
              code: 'area_unknown' as const,
              about: name,
            },
          ],
    ),
    ...(body.contact.email || body.contact.phone
      ? []
      : [{ pointer: `/publicBodies/${i}/contact`, code: 'body_unreachable' as const }]),
  ])
}

function personProblems({ publicBodies, people }: SetupFile): SetupProblem[] {
  const known = new Set(publicBodies.map((b) => folded(b.name)))
  return people.flatMap(({ of, roles, name }, i): SetupProblem[] => {
    if (of && !known.has(folded(of)))
      return [{ pointer: `/people/${i}/of`, code: 'body_unknown', about: of }]
    if (!of && roles.includes('commissioner'))
      return [{ pointer: `/people/${i}/of`, code: 'commissioner_without_body', about: name }]
    if (!of && roles.length === 0)
      return [{ pointer: `/people/${i}/roles`, code: 'nothing_to_be', about: name }]
    return []
  })
}

/** Everything that keeps this file from being carried out; empty when nothing does. */
export const problemsOf = (file: SetupFile): SetupProblem[] =>
  [missing, repeated, bodyProblems, personProblems].flatMap((look) => look(file))
