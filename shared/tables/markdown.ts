import type { Rows } from './csv';

/** A table in Markdown, its first row the heading. What Markdown would take for marks or for the end of a cell is escaped. */
export function writeMarkdown([heading = [], ...rows]: Rows): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return `${[line(heading), `|${' --- |'.repeat(heading.length)}`, ...rows.map(line)].join('\n')}\n`;
}

function escaped(cell: string): string {
  return cell
    .replace(/[\\`*_{}[\]<>|~#]/g, (mark) => (mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : `\\${mark}`))
    .replace(/\s*(?:\r\n|\r|\n)\s*/g, '<br>');
}
