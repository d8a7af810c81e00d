import { ClipboardItem, clipboard, nativeImage } from 'electron';

/** The clipboard as it was until Electron 44: synchronous, with pictures as `NativeImage`. */
interface OldClipboard {
  writeImage?(image: Electron.NativeImage): void;
  readImage?(): Electron.NativeImage;
}

/** The system's clipboard over both of Electron's interfaces to it. */
export const systemClipboard = {
  readText: async (): Promise<string> => clipboard.readText(),
  writeText: async (text: string): Promise<void> => clipboard.writeText(text),
  /** `null` where there is no picture. */
  async readPng(): Promise<Uint8Array | null> {
    const old = clipboard as OldClipboard;
    if (old.readImage !== undefined) {
      const image = old.readImage();
      return image.isEmpty() ? null : image.toPNG();
    }
    for (const item of await clipboard.read()) {
      if (!item.types.includes('image/png')) continue;
      return new Uint8Array(await (await item.getType('image/png')).arrayBuffer());
    }
    return null;
  },
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
