/** The sizes of the blueprint: what a screen must be seen at. */
export const tabletLandscape = { width: 1180, height: 820 };
export const tabletPortrait = { width: 820, height: 1180 };
export const desktop = { width: 1440, height: 900 };
