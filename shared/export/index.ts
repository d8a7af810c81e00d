import type { Exporter } from './exporter';
import { pdf } from './pdf';
import { png } from './png';
import { svg } from './svg';

/** Every format pictures can be written in; a new one is its file and a line here. */
export const exporters = { png, svg, pdf } as const satisfies Record<string, Exporter>;

export type ExportFormat = keyof typeof exporters;
export const exportFormats = Object.keys(exporters) as readonly ExportFormat[];
