import type { appMessages as en } from '../en/app';

export const appMessages: Readonly<Record<keyof typeof en, string>> = {
};
