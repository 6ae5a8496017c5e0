import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'charters.rung_lower': {
    status: 409,
    title: 'People joined this group for more say than that.',
    next: 'Choose the same step of the ladder, or a higher one.',
  },
  'charters.not_a_codesign_group': {
    status: 422,
    title: 'A group that is told or asked may not be called a co-design group.',
    next: 'Give it another name, or give people more say.',
  },
  'charters.nothing_to_ask': {
    status: 409,
    title: 'There is no draft to ask about.',
    next: 'Write the charter first.',
  },
  'charters.not_asked': {
    status: 409,
    title: 'Nobody is asked about the charter at the moment.',
    next: 'Read the group’s page again; it may have been agreed, or is being reworded.',
  },
  'charters.reworded': {
    status: 409,
    title: 'The charter has been reworded since you read it.',
    next: 'Read the new wording, and say again whether you can live with it.',
  },
  'charters.words_missing': {
    status: 422,
    title: 'Say what must change before you can live with it.',
    next: 'One sentence is enough.',
  },
  'charters.not_agreed': {
    status: 409,
    title: 'The group has not agreed yet.',
    next: 'In each voice two people answer, and more than half of those can live with it. Ring who has not answered, or change what they ask for.',
  },
})
