import { type NodeKindName, nodeKinds } from '../../kinds/index';

/** Whether nodes of a kind have a place in every view: what somebody does, and not what is written or drawn around it. */
export function isStepKind(kind: NodeKindName): boolean {
  const { layer, takesRole } = nodeKinds[kind].traits;
  return layer === 'front' && takesRole;
}
