/** Does something, and where it may be somebody else, once more after they have shown that it is them. */
export type Prove = <T>(work: () => Promise<T>) => Promise<T>
