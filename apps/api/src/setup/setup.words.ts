import type { ProblemCode } from './setup.problems.ts'

type Sentence = (about: string, more: string) => string
const sentences = <K extends string>(of: Readonly<Record<K, Sentence>>) => of

/** Why a file is refused. Operators read these in a terminal, so English only. */
const problems: Readonly<Record<ProblemCode, Sentence>> = {
  unreadable: (file) => `We cannot read ${file}.`,
  not_json: (why) => `The file is not valid JSON: ${why}`,
  required: () => 'This is missing.',
  too_short: (least) => `This is too short; it needs ${least} characters.`,
  too_long: (most) => `This is too long; at most ${most} characters fit.`,
  too_small: (least) => `This is too small or too few; the least is ${least}.`,
  too_big: (most) => `This is too big or too many; the most is ${most}.`,
  not_allowed: () => 'We do not know this field. Check its spelling, or take it out.',
  not_one_of: (values) => `This has to be one of: ${values}.`,
  hidden_characters: () => 'There are characters in this that nobody can see. Type it again.',
  invalid: () => 'This is not written the way it has to be.',
  no_areas: () => 'A place needs an area, such as a neighbourhood or a town.',
  no_public_body: () =>
    'A place needs a public body that asks questions, such as its council. Add one.',
  no_broker: () =>
    'A place needs a broker: somebody with a name who brings people together. Give one person the role "broker".',
  no_pay: () =>
    'A place needs a pay policy for people who take part. Say how many pence an hour, after which policy, and since when.',
  no_working_day: () =>
    'All seven days are off, so no clock of the place would ever move. Leave at least one working day.',
  no_complaints_contact: () =>
    'A place needs somebody to complain to: its contact, unless /place/complaints names another. Give a phone number or an e-mail address.',
  contact_unreachable: () =>
    'Nobody can reach the contact of the place. Give a phone number or an e-mail address.',
  body_unreachable: () => 'Nobody can reach this body. Give a phone number or an e-mail address.',
  twice: (value) => `"${value}" stands in this list twice.`,
  area_unknown: (name) => `There is no area "${name}" under /areas.`,
  body_unknown: (name) => `There is no public body "${name}" under /publicBodies.`,
  commissioner_without_body: (name) =>
    `${name} is to be a commissioner, and a question is always asked by a public body. Name theirs.`,
  nothing_to_be: (name) => `${name} has neither a role nor a body they belong to.`,
  demo_place: (slug) => `"${slug}" is the demo town, which stays as it is. Choose another slug.`,
  host_taken: (slug) => `The place "${slug}" answers to this host name already.`,
  host_needed: (slug) =>
    `The place "${slug}" answers to every host name without one of its own, so this one needs a host. If this is the same place, keep its slug; if "${slug}" is the demo town, begin with an empty database and DEMO=0.`,
  place_ended: (slug) => `"${slug}" is archived, and stays so. Choose another slug.`,
}

/** What is different after a run. */
const changes = sentences({
  placeNew: (name, slug) => `New place: ${name} (${slug}).`,
  placeChanged: (name, fields) => `${name}: changed ${fields}.`,
  stateChanged: (name, state) => `${name} is ${state} now.`,
  pledgesChanged: (count) => `Pledges: ${count} now.`,
  holidaysChanged: (count) => `Public holidays: ${count} days now.`,
  areaNew: (name) => `New area: ${name}.`,
  areaRenamed: (name, before) => `The area ${before} is called ${name} now.`,
  areaChanged: (name) => `The area ${name} has another code or another position.`,
  areaRemoved: (name) => `Removed the area ${name}: it is not in the file and nobody used it.`,
  bodyNew: (name) => `New public body: ${name}.`,
  bodyChanged: (name, kind) => `${name} is a ${kind} now.`,
  memberNew: (person, body) => `${person} belongs to ${body}.`,
  memberEnded: (person, body) => `${person} belongs to ${body} no longer.`,
  personNamed: (email, name) => `${email} is called ${name}.`,
  roleGranted: (person, role) => `${person} is a ${role} now and signs in by mail.`,
  roleEnded: (person, role) => `${person} is a ${role} no longer.`,
})

/** What is not as the file says, and stays so. */
const notes = sentences({
  areaMissing: (name) => `The area ${name} is not in the file. It stays.`,
  areaInUse: (name) => `The area ${name} is not in the file, but in use. It stays.`,
  bodyDiffers: (name, fields) =>
    `${name} says itself, in the product, what the file says otherwise: ${fields}. Its own words stay.`,
  memberMissing: (person, body) => `${person} belongs to ${body}, but not in the file.`,
  roleKept: (person, role) =>
    `${person} stays a ${role}: a place that is active keeps one. Name another in the file first.`,
  roleMissing: (person, role) => `${person} is a ${role}, but not in the file.`,
  nameDiffers: (email, name) => `${email} chose the name ${name} and keeps it.`,
  brokerOfBody: (person, body) =>
    `${person} brokers and belongs to ${body}, so sees no matches for the questions of ${body}.`,
})

export const setupWords = {
  usage: `Sets up a place, or brings it to what a file says now.

  pnpm setup:place <file.json> [options]

  --dry-run       say what would happen, and write nothing
  --end-missing   also end roles and memberships of public bodies that are not in the file, and
                  remove areas that are not in it and that nobody uses

The place is known by its slug. docs/example-place.json shows every field. Complaints go to the
contact of the place unless the file names somebody for them.`,
  problems,
  changes,
  notes,
  refused: 'Nothing was written. Mend this in the file, then run it again:',
  problem: (pointer: string, sentence: string) =>
    pointer ? `  ${pointer}: ${sentence}` : `  ${sentence}`,
  dryRun: 'A dry run: nothing was written. This would happen:',
  unchanged: 'Everything is as the file says. Nothing was changed.',
  notesFollow: 'Not as the file says:',
  howToEnd: 'With --end-missing, what is not in the file ends.',
  complaints: (who: string) => `Complaints go to ${who}.`,
  somebody: 'Somebody who was erased',
}
