/** The wall clock: the one place where the service asks what time it is. */

export const systemClock = (): Date => new Date();
