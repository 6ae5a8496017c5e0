import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'audit.not_continued': {
    status: 503,
    title: 'The record in this database does not continue what was kept outside it.',
    next: 'Whoever runs this: an older copy was restored, or the record was changed. docs/audit.md says how to tell.',
  },
})
