/** A picture beyond this would need more memory than the rasteriser can address (4 bytes a pixel, held twice). */
export const MAX_MEGAPIXELS = 100;

/** Scales people may ask for. */
export const MIN_SCALE = 0.1;
export const MAX_SCALE = 8;
export const MAX_MARGIN_PX = 1000;
