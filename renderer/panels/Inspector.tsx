import { useDeferredValue, useMemo } from 'react';
import { useEditor, useOpenDocument } from '../state/hooks';
import { laterPart } from '../state/laterPart';
import { DocumentForm } from './DocumentForm';
import styles from './Inspector.module.css';
import { LockedNote } from './LockedNote';

// At the start nothing is selected.
const nodesForm = laterPart(() => import('./NodesForm').then((module) => module.NodesForm));
const edgesForm = laterPart(() => import('./EdgesForm').then((module) => module.EdgesForm));

/**
 * The properties of what is selected. Forms are made anew for another selection (their keys), so that a text being
 * typed is committed to what it was typed for.
 */
export function Inspector() {
  const open = useOpenDocument();
  const NodesForm = nodesForm.use();
  const EdgesForm = edgesForm.use();
  const document = useEditor((state) => state.history.present.document);
  // A marquee changes the selection with every frame; the forms follow when there is time.
  const selection = useDeferredValue(useEditor((state) => state.selection));
  const nodes = useMemo(
    () => [...selection.nodes].flatMap((id) => document.nodes.get(id) ?? []),
    [document.nodes, selection.nodes],
  );
  const edges = useMemo(
    () => [...selection.edges].flatMap((id) => document.edges.get(id) ?? []),
    [document.edges, selection.edges],
  );
  const isLocked = nodes.length > 0 && nodes.every(({ locked }) => locked);
  const ids = [...selection.nodes, ...selection.edges];
  const key = `${open.key} ${ids.length} ${ids.slice(0, 8).join(' ')}`;
  if (nodes.length === 0 && edges.length === 0) return <DocumentForm key={open.key} document={document} />;
  return (
    <>
      {isLocked && <LockedNote />}
      {NodesForm !== null && nodes.length > 0 && (
        <fieldset disabled={isLocked} className={styles.lockable}>
          <NodesForm key={`${key} nodes`} document={document} nodes={nodes} />
        </fieldset>
      )}
      {EdgesForm !== null && edges.length > 0 && <EdgesForm key={`${key} edges`} document={document} edges={edges} />}
    </>
  );
}
