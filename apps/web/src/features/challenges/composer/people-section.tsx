import { Words } from './fields.tsx'
import type { Composer } from './use-composer.ts'

/** Why now, who is affected, who is served least, and what would be different in a person's own words. */
export function PeopleSection({ composer }: { composer: Composer }) {
  return (
    <>
      <Words composer={composer} name="whyNow" rows={5} maxCharacters={3000} />
      <Words composer={composer} name="whoIsAffected" rows={4} maxCharacters={3000} />
      <Words composer={composer} name="leastServed" rows={2} maxCharacters={300} />
      <Words composer={composer} name="outcome" rows={2} maxCharacters={300} />
    </>
  )
}
