/** What a bad expression costs. */
export const DROPS = 'udev drops this rule';
