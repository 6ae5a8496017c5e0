/**
 * The front door of the primitives: no noun of ours in here, no language, no request. Each is drawn on the
 * documented HTML of the GOV.UK Design System and looks like a notice on a town board.
 */
export {
  Button,
  ButtonGroup,
  ButtonLink,
  type ButtonLinkProps,
  type ButtonProps,
} from './button.tsx'
export {
  Checkboxes,
  type CheckboxesProps,
  type Choice,
  Radios,
  type RadiosProps,
} from './choices.tsx'
export { Columns, type ColumnsProps, SideNote } from './columns.tsx'
export { DateField, type DateFieldProps } from './date-field.tsx'
export { Details, type DetailsProps } from './details.tsx'
export { EmptyState, type EmptyStateProps } from './empty-state.tsx'
export { ErrorSummary, type ErrorSummaryProps, type SummaryError } from './error-summary.tsx'
export { type Fact, Facts } from './facts.tsx'
export { type FieldProps, fieldId } from './field.tsx'
export { Fieldset, type FieldsetProps } from './fieldset.tsx'
export { LanguageSwitch, type LanguageSwitchProps } from './language-switch.tsx'
export { Link, type LinkProps, NavLink } from './link.tsx'
export { LoadMore, type LoadMoreProps } from './load-more.tsx'
export { Loading } from './loading.tsx'
export { Notice, type NoticeProps } from './notice.tsx'
export { NoticeList, NoticeListItem, type NoticeListItemProps } from './notice-list.tsx'
export { Opened, PageHeading, type PageHeadingProps } from './page-heading.tsx'
export { RouteChange } from './route-change.tsx'
export { type SaveState, SaveStatus } from './save-status.tsx'
export { type MarkShape, type MarkTone, SectorMark, type SectorMarkProps } from './sector-mark.tsx'
export { type Option, Select, type SelectProps } from './select.tsx'
export { Sheet, type SheetProps } from './sheet.tsx'
export { SkipLink } from './skip-link.tsx'
export { SummaryList, type SummaryRow } from './summary-list.tsx'
export { type Column, Table, type TableProps } from './table.tsx'
export { Tag, type TagProps } from './tag.tsx'
export { TextArea, type TextAreaProps } from './text-area.tsx'
export { TextField, type TextFieldProps } from './text-field.tsx'
export { type Station, Thread, type ThreadProps } from './thread.tsx'
export { type UiWords, UiWordsProvider, useUiWords } from './words.tsx'
