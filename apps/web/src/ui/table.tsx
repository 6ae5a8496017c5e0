import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  heading: string
  cell: (row: Row) => ReactNode
  numeric?: boolean
}

export interface TableProps<Row> {
  caption: ReactNode
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

/** A real table; below 40em each row is a small card with its headings beside the values. The first column names the row. */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey }: TableProps<Row>) {
  return (
    // Roles are repeated because the card layout (display: block) makes browsers forget them.
    // biome-ignore-start lint/a11y/noRedundantRoles: lost when display changes
    <table className="govuk-table hcw-table" role="table">
      <caption
        className={
          captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'
        }
      >
        {caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role="columnheader"
              className={`govuk-table__header${column.numeric ? ' govuk-table__header--numeric' : ''}`}
            >
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column, index) => {
              const className = `govuk-table__${index === 0 ? 'header' : 'cell'}${column.numeric ? ' govuk-table__cell--numeric' : ''}`
              return index === 0 ? (
                <th key={column.key} scope="row" role="rowheader" className={className}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} role="cell" className={className}>
                  <span className="hcw-table__heading" aria-hidden="true">
                    {column.heading}
                  </span>
                  {column.cell(row)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: lost when display changes
  )
}
