import { useMemo } from 'react';
import type { Comparison, Difference } from '../../shared/compare/compareDocuments';
import { type Box, grow, type Point } from '../../shared/geometry/box';
import { kindOf } from '../../shared/kinds/index';
import type { DiagramNode } from '../../shared/model/document';
import { isHidden } from '../../shared/model/hidden';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { mainLanguage, wordsIn } from '../../shared/model/localizedText';
import { boxOfNode } from '../../shared/model/query';
import { edgeRoute } from '../../shared/picture/edgeRoute';
import { shownDocument } from '../state/editorStore';
import { useEditor, useLabelLanguage, useView } from '../state/hooks';
import styles from './Compare.module.css';
import { useIdsInView } from './inView';

/** With more than that in view there is one everywhere, and the list says more. */
const MOST_MARKS = 600;
/** What is gone is few, or everything. */
const MOST_GONE = 200;
const BADGE_PX = 8;

type Tone = Difference['tone'];
type Place = NodeId | EdgeId;

/** What has come, changed or moved since another version, outlined; what is gone, where it was. */
export function CompareMarks({ zoom }: { readonly zoom: number }) {
  const result = useView((state) => state.comparison?.result ?? null);
  return result === null ? null : <Marks result={result} zoom={zoom} />;
}

function Marks({ result, zoom }: { readonly result: Comparison; readonly zoom: number }) {
  const document = useEditor(shownDocument);
  const base = useEditor((state) => state.history.present.document);
  const tones = useMemo(() => tonesOf(result), [result]);
  const ids = useMemo(() => new Set(tones.keys()), [tones]);
  const inView = useIdsInView(base, ids);
  const isFree = useView((state) => state.arrangement === 'free');
  return (
    <g data-comparison="">
      {isFree && <Gone result={result} zoom={zoom} />}
      {inView.length <= MOST_MARKS &&
        inView.map((id) => {
          const tone = tones.get(id);
          const node = document.nodes.get(id as NodeId);
          const edge = document.edges.get(id as EdgeId);
          if (tone === undefined) return null;
          if (node !== undefined) {
            if (isHidden(document.nodes, node.id)) return null;
            return (
              <Framed key={id} id={id} tone={tone} node={node} box={boxOfNode(document.nodes, node)} zoom={zoom} />
            );
          }
          const route = edge === undefined ? null : edgeRoute(document, edge);
          return route === null ? null : (
            <g key={id} data-difference={id} data-tone={tone} className={styles.mark}>
              <path d={route.d} className={styles.line} strokeWidth={7 / zoom} />
              <Badge tone={tone} at={route.pointAt(0.25)} zoom={zoom} />
            </g>
          );
        })}
    </g>
  );
}

interface FramedProps {
  readonly id: string;
  readonly tone: Tone;
  readonly node: DiagramNode;
  readonly box: Box;
  readonly zoom: number;
}

function Framed({ id, tone, node, box, zoom }: FramedProps) {
  const frame = grow(box, 4 / zoom);
  return (
    <g data-difference={id} data-tone={tone} className={styles.mark}>
      <rect {...frame} rx={8} className={isBehind(node) ? styles.frameAround : styles.frame} strokeWidth={2 / zoom} />
      <Badge tone={tone} at={{ x: frame.x, y: frame.y }} zoom={zoom} />
    </g>
  );
}

/** Filled, the mark of a lane or stage would hide what lies in it. */
function isBehind({ kind }: DiagramNode): boolean {
  return kindOf(kind).traits.layer === 'back';
}

/** What is gone, drawn faintly where it was. */
function Gone({ result: { before, differences }, zoom }: { readonly result: Comparison; readonly zoom: number }) {
  const language = mainLanguage(useLabelLanguage());
  const gone = differences.filter(({ tone }) => tone === 'removed').slice(0, MOST_GONE);
  return gone.map(({ key, nodeIds: [nodeId], edgeIds: [edgeId] }) => {
    const edge = edgeId === undefined ? undefined : before.edges.get(edgeId);
    const route = edge === undefined ? null : edgeRoute(before, edge);
    if (route !== null) {
      return (
        <g key={key} data-gone={edgeId} data-tone="removed" className={styles.mark}>
          <path
            d={route.d}
            className={styles.goneLine}
            strokeWidth={2 / zoom}
            strokeDasharray={`${6 / zoom} ${4 / zoom}`}
          />
          <Badge tone="removed" at={route.pointAt(0.5)} zoom={zoom} />
        </g>
      );
    }
    const node = nodeId === undefined ? undefined : before.nodes.get(nodeId);
    if (node === undefined) return null;
    const box = boxOfNode(before.nodes, node);
    return (
      <g key={key} data-gone={nodeId} data-tone="removed" className={styles.mark}>
        <rect
          {...box}
          rx={8}
          className={isBehind(node) ? styles.goneAround : styles.goneNode}
          strokeWidth={1.5 / zoom}
          strokeDasharray={`${6 / zoom} ${4 / zoom}`}
        />
        <text x={box.x + box.width / 2} y={box.y + Math.min(box.height / 2, 24) + 4} className={styles.goneText}>
          {wordsIn(node.label, language).split('\n')[0]}
        </text>
        <Badge tone="removed" at={box} zoom={zoom} />
      </g>
    );
  });
}

/** The same signs as in lists of differences. */
const signs: Readonly<Record<Tone, string>> = {
  added: 'M-3.5 0H3.5M0 -3.5V3.5',
  removed: 'M-3.5 0H3.5',
  changed: 'M-3.5 1Q-1.75 -2 0 0T3.5 -1',
  moved: 'M-3.5 0H3M0.5 -2.5L3 0L0.5 2.5',
};

function Badge({ tone, at, zoom }: { readonly tone: Tone; readonly at: Point; readonly zoom: number }) {
  return (
    <g transform={`translate(${at.x} ${at.y}) scale(${1 / zoom})`} className={styles.badge}>
      <circle r={BADGE_PX} />
      <path d={signs[tone]} />
    </g>
  );
}

/** For each place that is still there what has become of it; what has come is told before what has changed. */
function tonesOf({ differences, after }: Comparison): ReadonlyMap<Place, Tone> {
  const found = new Map<Place, Tone>();
  for (const { name, tone, nodeIds, edgeIds } of differences) {
    if (tone === 'removed' || name.startsWith('separation')) continue;
    for (const id of edgeIds.length > 0 ? edgeIds : nodeIds.slice(0, 1)) {
      const isThere = after.nodes.has(id as NodeId) || after.edges.has(id as EdgeId);
      if (isThere && !found.has(id)) found.set(id, tone);
    }
  }
  return found;
}
