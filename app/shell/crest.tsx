/** A gold sun over water: the arms of no real state. An installation puts its own in this slot. */
export function Crest({ size = 36 }: { size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 36 36"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      className="shrink-0 text-gold"
    >
      <circle cx="18" cy="18" r="16.5" />
      <path d="M11.5 19a6.5 6.5 0 0 1 13 0" />
      <path d="M18 6.5v3M10.4 9.4l1.8 2.3M25.6 9.4l-1.8 2.3M6.8 15l2.7 1M29.2 15l-2.7 1" />
      <path d="M6.5 22.5c2 0 2-1.2 3.8-1.2s1.900 1.200 3.800 1.200 2-1.200 3.900-1.200 1.900 1.200 3.800 1.200 2-1.200 3.900-1.200 1.800 1.200 3.800 1.200" />
      <path d="M9 26.500c1.500 0 1.500-1.100 3-1.100s1.500 1.100 3 1.100 1.500-1.100 3-1.100 1.500 1.100 3 1.100 1.500-1.100 3-1.100 1.500 1.100 3 1.100" />
    </svg>
  );
}
