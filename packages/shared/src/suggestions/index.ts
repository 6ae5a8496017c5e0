export { suggestionsContract } from './suggestions.contract.ts'
export {
  GROUP_STEPS,
  type GroupStep,
  type Homework,
  type Influence,
  type Inside,
  type InsideSuggestion,
  type Marked,
  type Owed,
  type Ratio,
  type Suggestion,
  type SuggestionCounts,
  type YouSaid,
} from './suggestions.schemas.ts'
export * from './suggestions.words.ts'
