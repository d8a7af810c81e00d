import type { actionsMessages as en } from '../en/actions';

export const actionsMessages: Readonly<Record<keyof typeof en, string>> = {
};
