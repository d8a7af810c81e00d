import type { fileMessages as en } from '../en/file';

export const fileMessages: Readonly<Record<keyof typeof en, string>> = {
};
