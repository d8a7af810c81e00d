import { expect, test, vi } from 'vitest';

test('a language is spoken once it has come, and until then the one that came first', async () => {
  vi.resetModules();
  const { loadMessages, onMessages, translator } = await import('../../renderer/state/messages');
  expect(() => translator('en')).toThrow();
  await loadMessages('en');
  expect(translator('ko')('panel.cancel')).toBe('Cancel');
  const heard = vi.fn();
  const stop = onMessages(heard);
  await loadMessages('ko');
  expect(heard).toHaveBeenCalledTimes(1);
  expect([translator('ko')('panel.cancel'), translator('en')('panel.cancel')]).toEqual(['취소', 'Cancel']);
  // The very same function each time: components ask for it with each render.
  expect(translator('ko')).toBe(translator('ko'));
  stop();
  await loadMessages('ko');
  expect(heard).toHaveBeenCalledTimes(1);
});
