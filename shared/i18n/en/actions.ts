export const actionsMessages = {
} as const;
