export const panelsMessages = {
} as const;
