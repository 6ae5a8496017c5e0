export {
  AMBER_TO,
  ASK_COLOURS,
  type Ask,
  type AskColour,
  type AskCost,
  askCost,
  GREEN_TO,
  OUR_PANEL,
} from './ask-cost.ts'
