import { artifact } from './artifact';
import { decision } from './decision';
import { group } from './group';
import { image } from './image';
import type { NodeKind } from './kind';
import { lane } from './lane';
import { note } from './note';
import { role } from './role';
import { stage } from './stage';
import { task } from './task';
import { terminal } from './terminal';

/** Every kind of node. A new one is its file and a line here; the compiler and the registry test find the rest. */
export const nodeKinds = { task, decision, artifact, role, terminal, note, image, lane, group, stage } as const;

export type NodeKindName = keyof typeof nodeKinds;
export const nodeKindNames = Object.keys(nodeKinds) as readonly NodeKindName[];
export type PropsOf<K extends NodeKindName> = (typeof nodeKinds)[K] extends NodeKind<infer Props> ? Props : never;

/** The kind of a node, widened so that code over all kinds can hand the node's own props back to it. */
export function kindOf(name: NodeKindName): NodeKind<unknown> {
  return nodeKinds[name] as NodeKind<unknown>;
}
