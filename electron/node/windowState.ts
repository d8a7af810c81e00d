import * as z from 'zod/mini';
import { readJsonFile, writeJsonFile } from './jsonFile';

/** Where a window was, in screen coordinates (dip); `maximized` beside the box it returns to. */
export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

export interface ScreenArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const minWindowSize = { width: 900, height: 600 } as const;
export const defaultWindowSize = { width: 1440, height: 900 } as const;

const coordinate = z.int().check(z.gte(-100_000), z.lte(100_000));
const length = z.int().check(z.gte(1), z.lte(100_000));
const placeSchema = z.object({ x: coordinate, y: coordinate, width: length, height: length, maximized: z.boolean() });

export function readWindowPlace(file: string): WindowPlace | null {
  const parsed = placeSchema.safeParse(readJsonFile(file));
  return parsed.success ? parsed.data : null;
}

export async function writeWindowPlace(file: string, place: WindowPlace): Promise<void> {
  await writeJsonFile(file, place);
}

/**
 * The box for a window on screens that may have changed since: a monitor unplugged, another resolution. At least a
 * good part of its title bar is on a screen, and it is no larger than that screen. `areas` are the work areas, the
 * primary one first.
 */
export function placeOnScreens(wanted: WindowPlace | null, areas: readonly ScreenArea[]): ScreenArea {
  const primary = areas[0] ?? { x: 0, y: 0, ...defaultWindowSize };
  if (wanted !== null) {
    const titleBar = { x: wanted.x, y: wanted.y, width: wanted.width, height: 32 };
    const home = areas.find((area) => {
      const width = overlap(titleBar.x, titleBar.width, area.x, area.width);
      return width >= Math.min(160, wanted.width) && overlap(titleBar.y, titleBar.height, area.y, area.height) >= 16;
    });
    if (home !== undefined) {
      const width = clamp(wanted.width, minWindowSize.width, home.width);
      const height = clamp(wanted.height, minWindowSize.height, home.height);
      return { x: wanted.x, y: Math.max(wanted.y, home.y), width, height };
    }
  }
  const width = Math.min(wanted?.width ?? defaultWindowSize.width, primary.width);
  const height = Math.min(wanted?.height ?? defaultWindowSize.height, primary.height);
  return {
    x: primary.x + Math.round((primary.width - width) / 2),
    y: primary.y + Math.round((primary.height - height) / 2),
    width,
    height,
  };
}

function overlap(from: number, length: number, otherFrom: number, otherLength: number): number {
  return Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(Math.min(value, max), Math.min(min, max));
}
