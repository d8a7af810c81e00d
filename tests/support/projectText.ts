/** A small sound project file as a plain value; tests change what they are about. */
export const soundProject = {
  format: 'roleweave',
  version: 1,
  title: 'Hiring',
  roles: [{ id: 'lead', name: 'Team lead', color: '#336699' }],
  nodes: [
    { id: 'lane', kind: 'lane', x: 0, y: 0, width: 800, height: 96, roleId: 'lead' },
    { id: 'ask', kind: 'task', parentId: 'lane', x: 160, y: 16, width: 128, height: 56, raci: { lead: 'A' } },
    { id: 'meet', kind: 'task', x: 160, y: 200, width: 128, height: 56, label: 'Meet' },
  ],
  edges: [{ id: 'e1', kind: 'flow', from: { nodeId: 'ask' }, to: { nodeId: 'meet' } }],
} as const;

type Raw = Readonly<Record<string, unknown>>;

/** The text of the sound project with other fields. */
export function projectText(fields: Raw = {}): string {
  return JSON.stringify({ ...soundProject, ...fields });
}

/** The text of the sound project with more nodes. */
export function withNodes(...nodes: readonly unknown[]): string {
  return projectText({ nodes: [...soundProject.nodes, ...nodes] });
}

/** The text of the sound project with more edges. */
export function withEdges(...edges: readonly unknown[]): string {
  return projectText({ edges: [...soundProject.edges, ...edges] });
}

/** A node as a file has it. */
export function rawNode(fields: Raw): Raw {
  return { id: 'odd', kind: 'task', x: 0, y: 0, width: 128, height: 56, ...fields };
}
