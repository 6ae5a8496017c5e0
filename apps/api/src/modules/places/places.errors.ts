import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'places.none_yet': {
    status: 404,
    title: 'No place has been set up here yet.',
    next: 'Whoever installed this needs to create one.',
  },
  'places.not_found': {
    status: 404,
    title: 'We do not know this place.',
    next: 'Start again from the home page.',
  },
  'places.resting': {
    status: 409,
    title: 'This place takes no new challenges for now.',
    next: 'What is open runs on. Ring the contact of your place to hear when it goes on.',
  },
})
