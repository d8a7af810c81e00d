import type { canvasMessages as en } from '../en/canvas';

export const canvasMessages: Readonly<Record<keyof typeof en, string>> = {
};
