import type { exportMessages as en } from '../en/export';

export const exportMessages: Readonly<Record<keyof typeof en, string>> = {
};
