/** Sizes as people read them. */
export const megabytes = (bytes: number): string => {
  const mb = bytes / 1_000_000;
  return mb < 10 ? String(Math.ceil(mb * 10) / 10) : String(Math.round(mb));
};

export const gigabytes = (bytes: number): string => {
  const gb = bytes / 1_000_000_000;
  return gb < 10 ? String(Math.floor(gb * 10) / 10) : String(Math.floor(gb));
};

/** Never 100 before all is there. */
export const percentOf = (done: number, whole: number): string =>
  String(whole <= 0 ? 0 : Math.min(99, Math.floor((done / whole) * 100)));
