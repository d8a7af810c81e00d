import type { NodeId } from '../model/ids';
import type { Flow } from './flow';
import { components, type Steps } from './graph';
import type { WorkNode } from './work';

/**
 * Where work begins and ends. As in BPMN (2.0.2, 10.5.2 and 10.5.3: with a start event nothing else may be without a
 * way in, with an end event nothing else without a way out), starts and ends say so for the whole diagram once there are
 * any; in a diagram without them its first and last steps are its beginnings and ends.
 */
export function declaredAs(event: 'start' | 'end', { work }: Flow): readonly WorkNode[] {
  return [...work.values()].filter((node) => node.event === event);
}

/** Cards of roles stand for somebody outside: work may come from them and go to them. */
export function actorsOf({ work }: Flow): readonly NodeId[] {
  return [...work.values()].filter(({ kind }) => kind === 'role').map(({ id }) => id);
}

/**
 * Of places that are cut off, those at which it happens: the components that `steps` does not lead out of. What hangs on
 * them is cut off as well, and mended with them.
 */
export function whereCutOff(ids: ReadonlySet<NodeId>, steps: Steps<NodeId>): readonly (readonly NodeId[])[] {
  return components(ids, steps).filter((component) => {
    const inside = new Set(component);
    return component.every((id) => (steps.get(id) ?? []).every((next) => inside.has(next) || !ids.has(next)));
  });
}
