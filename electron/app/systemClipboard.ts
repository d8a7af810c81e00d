import { ClipboardItem, clipboard, nativeImage } from 'electron';

/** The clipboard as it was until Electron 44: synchronous, with pictures as `NativeImage`. */
interface OldClipboard {
  writeImage?(image: Electron.NativeImage): void;
}

/** The system's clipboard over both of Electron's interfaces to it. */
export const systemClipboard = {
  readText: async (): Promise<string> => clipboard.readText(),
  writeText: async (text: string): Promise<void> => clipboard.writeText(text),
  /** Throws when the bytes are no picture. */
  async writePng(png: Uint8Array): Promise<void> {
    const image = nativeImage.createFromBuffer(Buffer.from(png));
    if (image.isEmpty()) throw new Error('clipboard.writeImage refused: this is not a picture');
    const old = clipboard as OldClipboard;
    if (old.writeImage !== undefined) old.writeImage(image);
    else
      await clipboard.write([new ClipboardItem({ 'image/png': new Blob([Buffer.from(png)], { type: 'image/png' }) })]);
  },
};
