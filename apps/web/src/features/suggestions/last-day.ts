/** An instant that ends a day, on that day: midnight belongs to the day before it. */
export const lastDayOf = (due: Date): Date => new Date(due.getTime() - 1)
