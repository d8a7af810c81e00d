import { err, ok, type Result } from '../util/result';

/** Why a text is not JSON that we read; `offset` counts UTF-16 code units from its start. */
export type JsonFault =
  | { readonly type: 'syntax'; readonly offset: number }
  /** It ends in the middle of something. */
  | { readonly type: 'cutShort'; readonly offset: number }
  | { readonly type: 'tooDeep'; readonly offset: number }
  | { readonly type: 'duplicateKey'; readonly offset: number; readonly key: string };

export interface JsonScan {
  /** There may be halves of surrogate pairs or keys named `__proto__`: the parsed value needs `cleanJson`. */
  readonly suspicious: boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** What of a number may stand at the end of a text and still become one. */
const NUMBER_START = /^(?:-|\.|[eE][+-]?)$/;
/** An escape that the end of the text cuts off. */
const ESCAPE_START = /^\\(?:u[0-9a-fA-F]{0,3})?$/;
const SUSPICIOUS = /\p{Surrogate}|\\u[dD][89a-fA-F]|\\u005[fF]|__proto__/u;
const LITERALS: Readonly<Record<string, string>> = { t: 'true', f: 'false', n: 'null' };

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd';

/**
 * Reads a text as `JSON.parse` would, once from start to end and without recursion, and tells what that cannot: where
 * exactly it breaks (engines word and count that differently), how deep it nests, and whether a key comes twice. The
 * last happens when both sides of a git merge are kept, and `JSON.parse` would drop one of them without a word.
 */
export function scanJson(text: string, maxDepth: number): Result<JsonScan, JsonFault> {
  return new Scanner(text, maxDepth).scan();
}

class Scanner {
  private at = 0;
  private fault: JsonFault | null = null;
  /** A container each, outermost first: the keys of an object, `null` for a list. */
  private readonly open: (Set<string> | null)[] = [];
  /** One per level, used again: a big file has tens of thousands of objects. */
  private readonly keysByDepth: Set<string>[] = [];
  private readonly text: string;
  private readonly maxDepth: number;

  constructor(text: string, maxDepth: number) {
    this.text = text;
    this.maxDepth = maxDepth;
  }

  scan(): Result<JsonScan, JsonFault> {
    let expected: Expected | 'end' = 'value';
    while (this.fault === null) {
      this.skipSpace();
      if (this.at >= this.text.length) {
        if (expected === 'end') return ok({ suspicious: SUSPICIOUS.test(this.text) });
        this.fail('cutShort', this.at);
      } else if (expected === 'end') this.fail('syntax', this.at);
      else expected = this.step(expected);
    }
    return err(this.fault);
  }

  /** Reads one token; answers what may follow it. */
  private step(expected: Expected): Expected | 'end' {
    const char = this.text.charAt(this.at);
    switch (expected) {
      case 'valueOrEnd':
        if (char === ']') return this.leave();
        return this.readValue(char);
      case 'value':
        return this.readValue(char);
      case 'keyOrEnd':
        if (char === '}') return this.leave();
        return this.readKey(char);
      case 'key':
        return this.readKey(char);
      case 'colon':
        if (char === ':') this.at += 1;
        else this.fail('syntax', this.at);
        return 'value';
      case 'commaOrEnd':
        return this.readCommaOrEnd(char);
    }
  }

  private readValue(char: string): Expected | 'end' {
    if (char === '{' || char === '[') return this.enter(char);
    if (char === '"') this.readString();
    else if (LITERALS[char] !== undefined) this.readLiteral(LITERALS[char]);
    else this.readNumber();
    return this.afterValue();
  }

  private enter(bracket: '{' | '['): Expected {
    if (this.open.length === this.maxDepth) this.fail('tooDeep', this.at);
    this.open.push(bracket === '{' ? this.emptyKeys() : null);
    this.at += 1;
    return bracket === '{' ? 'keyOrEnd' : 'valueOrEnd';
  }

  private emptyKeys(): Set<string> {
    const depth = this.open.length;
    const keys = this.keysByDepth[depth] ?? new Set();
    this.keysByDepth[depth] = keys;
    keys.clear();
    return keys;
  }

  private leave(): Expected | 'end' {
    this.open.pop();
    this.at += 1;
    return this.afterValue();
  }

  private afterValue(): Expected | 'end' {
    return this.open.length === 0 ? 'end' : 'commaOrEnd';
  }

  private readCommaOrEnd(char: string): Expected | 'end' {
    const isObject = this.open.at(-1) !== null;
    if (char === (isObject ? '}' : ']')) return this.leave();
    if (char !== ',') this.fail('syntax', this.at);
    this.at += 1;
    return isObject ? 'key' : 'value';
  }

  private readKey(char: string): Expected {
    const start = this.at;
    if (char !== '"') this.fail('syntax', start);
    else if (this.readString()) {
      const quoted = this.text.slice(start, this.at);
      const key: string = quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
      const keys = this.open.at(-1);
      if (keys?.has(key)) this.fault ??= { type: 'duplicateKey', offset: start, key };
      keys?.add(key);
    }
    return 'colon';
  }

  private readString(): boolean {
    const { text } = this;
    for (let at = this.at + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.at = at + 1;
        return true;
      }
      if (code === BACKSLASH) {
        ESCAPE.lastIndex = at;
        if (!ESCAPE.test(text)) return this.fail(ESCAPE_START.test(text.slice(at, at + 7)) ? 'cutShort' : 'syntax', at);
        at = ESCAPE.lastIndex - 1;
      } else if (code < 0x20) return this.fail('syntax', at);
    }
    return this.fail('cutShort', text.length);
  }

  private readLiteral(word: string): void {
    if (this.text.startsWith(word, this.at)) this.at += word.length;
    else this.fail(word.startsWith(this.text.slice(this.at)) ? 'cutShort' : 'syntax', this.at);
  }

  private readNumber(): void {
    NUMBER.lastIndex = this.at;
    const end = NUMBER.test(this.text) ? NUMBER.lastIndex : this.at;
    const rest = this.text.slice(end, end + 3);
    if (NUMBER_START.test(rest) && rest.startsWith('-') === (end === this.at)) this.fail('cutShort', this.text.length);
    else if (end === this.at) this.fail('syntax', this.at);
    this.at = end;
  }

  private skipSpace(): void {
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    }
  }

  private fail(type: 'syntax' | 'cutShort' | 'tooDeep', offset: number): false {
    this.fault ??= { type, offset };
    return false;
  }
}

/** Line and column of an offset, both from 1; a column is one UTF-16 code unit. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', end + 1)) {
    line += 1;
    lineStart = end + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
