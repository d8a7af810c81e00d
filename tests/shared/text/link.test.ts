import { describe, expect, test } from 'vitest';
import { linkTarget, withStepLinks } from '../../../shared/text/link';

describe('where an address leads', () => {
  test.each([
    ['https://a.kr/b', { type: 'web', address: 'https://a.kr/b' }],
    ['mailto:kim@a.kr', { type: 'web', address: 'mailto:kim@a.kr' }],
    ['step:고객-문의', { type: 'step', id: '고객-문의' }],
    ['./team.roleweave', { type: 'file', path: './team.roleweave', stepId: null }],
    ['../plans/my%20team.json#n1', { type: 'file', path: '../plans/my team.json', stepId: 'n1' }],
  ])('%s', (address, target) => expect(linkTarget(address)).toEqual(target));

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    '/etc/team.roleweave',
    'C:\\team.roleweave',
    './team.exe',
    './a:b.roleweave',
    'step:',
    'https://kim:secret@a.kr',
  ])('%s leads nowhere', (address) => expect(linkTarget(address)).toBeNull());
});

test('copied steps link to each other’s copies, and to others as before', () => {
  const renamed = new Map([['a', 'n1']]);
  expect(withStepLinks('see [this](step:a), [that](step:b)', renamed)).toBe('see [this](step:n1), [that](step:b)');
});
