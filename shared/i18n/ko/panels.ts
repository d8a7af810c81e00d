import type { panelsMessages as en } from '../en/panels';

export const panelsMessages: Readonly<Record<keyof typeof en, string>> = {
};
