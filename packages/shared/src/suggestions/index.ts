export { suggestionsContract } from './suggestions.contract.ts'
export type { Influence, Ratio } from './suggestions.influence.ts'
export {
  GROUP_STEPS,
  type GroupStep,
  type Homework,
  type Inside,
  type InsideSuggestion,
  type Marked,
  type Owed,
  type Suggestion,
  type SuggestionCounts,
  type YouSaid,
} from './suggestions.schemas.ts'
export * from './suggestions.words.ts'
