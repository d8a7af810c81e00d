/** Three linked steps across a lane, as on the app's icon. */
export function Logo({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <path d="M8.5 7h4.5a3 3 0 0 1 3 3v4.5M16 17h-4" fill="none" stroke="#8a94a3" strokeWidth="1.8" />
      <rect x="2" y="4" width="7" height="6" rx="2" fill="#5f66ed" />
      <circle cx="16" cy="16.8" r="3.4" fill="#f87f02" />
      <rect x="5" y="14" width="7" height="6" rx="2" fill="#0c8a5e" />
    </svg>
  );
}
