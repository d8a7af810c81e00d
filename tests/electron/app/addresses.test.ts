import { describe, expect, test } from 'vitest';
import { externalUrl, isAppUrl, servedPath } from '../../../electron/app/addresses';

describe('what app:// serves', () => {
  test('the page and the files that a build emits', () => {
    expect(servedPath('app://main/')).toBe('index.html');
    expect(servedPath('app://main/index.html?x=1#y')).toBe('index.html');
    expect(servedPath('app://main/assets/Pretendard-Regular-B1_x-3.otf')).toBe('assets/Pretendard-Regular-B1_x-3.otf');
  });

  test.each([
    ['app://main/../package.json', 'package.json'],
    ['app://main/assets/../../../x.js', 'x.js'],
    ['app://main/%2e%2e/package.json', 'package.json'],
  ])('%s stays inside the folder', (url, path) => {
    expect(servedPath(url)).toBe(path);
  });

  test.each([
    'app://main/..\\package.json',
    'app://main/..%2fpackage.json',
    'app://main/..%5cpackage.json',
    'app://main/%252e%252e/package.json',
    'app://main/....//package.json',
    'app://main//etc/passwd',
    'app://main/assets//x.js',
    'app://main/C:/Windows/win.ini',
    'app://main/index.html%00.js',
    'app://main/.env',
    'app://main/assets/.hidden/x.js',
    'app://main/a b.js',
    'app://main/%ED%95%9C.js',
    'app://other/index.html',
    'app://main:8080/index.html',
    'app://main.evil/index.html',
    'file:///etc/passwd',
    'https://main/index.html',
    'not an address',
    '',
  ])('%j leads nowhere', (url) => {
    expect(servedPath(url)).toBeNull();
  });

  test('only our own page counts as ours', () => {
    expect(isAppUrl('app://main/index.html')).toBe(true);
    for (const url of ['app://main.evil/', 'app://mainx/', 'app://other/', 'about:blank', 'https://main/', '']) {
      expect(isAppUrl(url), url).toBe(false);
    }
  });
});

describe('what may be opened in another program', () => {
  test.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['http://example.org', 'http://example.org/'],
    ['mailto:someone@example.org', 'mailto:someone@example.org'],
    ['https://예시.한국/경로', 'https://xn--vv4b11d.xn--3e0b707e/%EA%B2%BD%EB%A1%9C'],
  ])('%s, shown as %s', (url, shown) => {
    expect(externalUrl(url)).toBe(shown);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' https://example.org',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'file://server/share',
    '\\\\server\\share',
    '//server/share',
    'smb://server/share',
    'ftp://example.org',
    'ssh://-oProxyCommand=calc',
    'vscode://x',
    'ms-msdt:/id',
    'search-ms:query=x',
    'about:blank',
    'app://main/index.html',
    'blob:app://main/1',
    'view-source:https://example.org',
    'https://user:password@example.org',
    'https://user@example.org',
    'https://example.org/\u0000',
    'https://',
    '/usr/bin/xcalc',
    '',
  ])('%j is not', (url) => {
    expect(externalUrl(url)).toBeNull();
  });

  test('an address that nobody can read to its end is not', () => {
    expect(externalUrl(`https://example.org/${'x'.repeat(2048)}`)).toBeNull();
    expect(externalUrl(`https://example.org/${'한'.repeat(1000)}`)).toBeNull();
  });

  test('a mark that turns the reading direction is shown as its code', () => {
    expect(externalUrl('https://example.org/\u202e')).toBe('https://example.org/%E2%80%AE');
  });
});
