import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'actors.not_found': {
    status: 404,
    title: 'That is not on the map, or not yours to change.',
    next: 'Load the map again.',
  },
  'actors.area_unknown': {
    status: 422,
    title: 'One of these areas does not belong to this place.',
    next: 'Choose from the areas shown.',
  },
  'actors.name_taken': {
    status: 409,
    title: 'Somebody with this name is on the map already.',
    next: 'Look them up on the map and change what it says of them.',
  },
  'actors.personal_contact': {
    status: 422,
    title: 'That looks like an email address or a telephone number. Everybody can read the map.',
    next: 'Leave it out. Whoever wants to meet them asks the broker.',
  },
})
