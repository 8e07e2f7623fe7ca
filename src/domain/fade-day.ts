export const DAY = 24 * 3_600_000;

/** How many days notes stay, to choose from. */
export const fadeAfter = [7, 30, 90] as const;

/** How long notes stay where nobody chooses, ms. */
export const USUAL_STAY = fadeAfter[0] * DAY;

/** The day since 1970 that a clock shows. */
export const dayNumber = (time: number): number => Math.floor(time / DAY);
