export const fileMessages = {
} as const;
