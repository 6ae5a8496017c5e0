/** The last moment on which a promise is kept: a clock runs out with the first instant after its day. */
export const lastMomentOf = (dueAt: Date): Date => new Date(dueAt.getTime() - 1)
