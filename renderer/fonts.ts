/** What the first picture is set in. Bold is used where somebody formatted a word. */
const firstWeights = [400, 500, 600];

/**
 * Loads the fonts of the first picture. Text is placed by the bundled font's own widths: shown in another font first,
 * it would jump and be measured wrongly. A browser fetches a font when something uses it, so each weight is asked for
 * by name.
 */
export async function loadFirstFonts(): Promise<void> {
  await Promise.all(firstWeights.map((weight) => document.fonts.load(`${weight} 13px Pretendard`, '가A')));
}

/** Loads the others, each when the page has nothing else to do: checking a font holds it up for two frames. */
export async function loadOtherFonts(): Promise<void> {
  for (const face of document.fonts) {
    if (face.status !== 'unloaded') continue;
    await new Promise<void>((done) => requestIdleCallback(() => done()));
    await face.load();
  }
}
