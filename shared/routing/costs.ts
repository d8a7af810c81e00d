/** What a way is judged by: pixels of line, or as much as so many pixels of line. */
export const costs = {
  bend: 24,
  /** More than the two bends that usually avoid it, less than a walk around half the diagram. */
  crossing: 60,
  /** For each pixel beside another line that runs the same way, nearer than `GAP_PX`. */
  beside: 3,
  /** For each pixel along a node that the line does not belong to, nearer than `NEAR_PX`. */
  near: 2,
  /** For each pixel over the heading of a lane, stage or group. */
  heading: 1.5,
  /** For each pixel away from the middle of a side. */
  offCentre: 0.5,
  /** An end where another line ends already: both arrive or both leave, or one of each. */
  sharedEnd: 16,
  mixedEnd: 40,
  /** For a way through a node: only where there is no other. */
  fault: 10_000,
} as const;

/** Lines that run beside each other keep so far apart. */
export const GAP_PX = 8;
/** Lines keep so far from nodes where there is room. */
export const NEAR_PX = 12;
/** What a line keeps straight before its first and after its last bend, so that a head has room. */
export const STUB_PX = 16;
/** Between ends that share a side. */
export const PORT_STEP_PX = 12;
