import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'alerts.search_not_found': {
    status: 404,
    title: 'This saved search is not there any more.',
    next: 'Load your list again. You can save the search anew from the list of challenges.',
  },
  'alerts.area_unknown': {
    status: 422,
    title: 'One of the areas is not of this place.',
    next: 'Nothing was saved. Load the list of challenges again, choose the areas and save.',
  },
  'alerts.too_many_searches': {
    status: 409,
    title: 'You have twenty saved searches, and that is the most.',
    next: 'Remove one you no longer need, then save this one.',
  },
  'alerts.saved_already': {
    status: 409,
    title: 'You have saved this search already.',
    next: 'It is in your list, where you can choose how often you hear of it.',
  },
  'alerts.stop_unknown': {
    status: 404,
    title: 'This link does not stop anything any more.',
    next: 'Use the link in the newest email you have, sign in and choose what you hear about, or ring the contact of your place.',
  },
})
