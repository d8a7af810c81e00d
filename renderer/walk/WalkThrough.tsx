import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { type Box, grow, unionOf } from '../../shared/geometry/box';
import { nodeKinds } from '../../shared/kinds/index';
import type { DiagramDocument } from '../../shared/model/document';
import { handoffsById } from '../../shared/model/handoffs';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { mainLanguage, wordsIn } from '../../shared/model/localizedText';
import { nodeName } from '../../shared/model/nodeName';
import { boxOfNode, edgesByNode, flowEnds, roleOfNode, rolesInOrder } from '../../shared/model/query';
import { levelText } from '../../shared/model/raci';
import { spotlightOn } from '../../shared/model/roleFocus';
import { isComposition } from '../actions/shortcuts';
import { walkTo } from '../actions/walk';
import { IconButton } from '../chrome/Button';
import { RoleBadge } from '../chrome/RoleColor';
import { useEditor, useLabelLanguage, useOpenDocument, useServices, useT, useView } from '../state/hooks';
import { announce } from '../state/notices';
import type { Viewport, ViewStore, Walk } from '../state/viewStore';
import styles from './WalkThrough.module.css';

/** Around the step and its neighbours, in diagram units. */
const MARGIN = 80;
/** What the card covers from below, in diagram units at 100 %. */
const CARD_ROOM = 160;
/** Larger than life nothing is easier to read. */
const MAX_ZOOM = 1.5;

/** The flow, step by step: each step with what leads to and from it, everything else faded. */
export function WalkThrough() {
  const walk = useView((state) => state.walk);
  return walk === null ? null : <Steps walk={walk} />;
}

function Steps({ walk }: { readonly walk: Walk }) {
  const t = useT();
  const { app } = useServices();
  const { view } = useOpenDocument();
  const language = mainLanguage(useLabelLanguage());
  const document = useEditor((state) => state.history.present.document);
  const card = useRef<HTMLElement>(null);
  const { stepIds, index } = walk;
  const id = stepIds[index];
  const node = id === undefined ? undefined : document.nodes.get(id);
  const around = useMemo(() => (id === undefined ? null : surroundingsOf(document, id)), [document, id]);
  usePresentation(card);

  useEffect(() => {
    if (around === null || id === undefined) return;
    view.setState({ spotlight: spotlightOn(document, [id, ...around.nodeIds], around.edgeIds) });
    const boxes = [id, ...around.nodeIds].flatMap((one) => {
      const found = document.nodes.get(one);
      return found === undefined || nodeKinds[found.kind].traits.layer === 'back'
        ? []
        : [boxOfNode(document.nodes, found)];
    });
    const box = unionOf(boxes);
    let frame = 0;
    // A frame later: the canvas has just been given the whole window, or the window the whole screen.
    const show = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (box !== null) view.canvas?.showBox(aboveCard(grow(box, MARGIN)), { animate: true, maxZoom: MAX_ZOOM });
      });
    };
    show();
    window.addEventListener('resize', show);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', show);
    };
  }, [view, document, id, around]);

  const name = node === undefined ? '' : nodeName(document, node, language, t);
  const counter = t('walk.counter', { index: index + 1, count: stepIds.length });
  const role = node === undefined ? undefined : roleOfNode(document, node);
  const roleName = role === undefined ? '' : wordsIn(role.name, language);
  useEffect(() => announce(app, [counter, name, roleName].filter(Boolean).join(', ')), [app, counter, name, roleName]);
  if (node === undefined || around === null) return null;

  const nameOf = (other: NodeId) => {
    const found = document.nodes.get(other);
    return found === undefined ? '' : nodeName(document, found, language, t);
  };
  const told = (edgeId: EdgeId, other: NodeId) => {
    const label = wordsIn(document.edges.get(edgeId)?.label ?? '', language).trim();
    return label === '' ? nameOf(other) : `${label} (${nameOf(other)})`;
  };
  const raci = rolesInOrder(document.roles).flatMap(({ id: roleId, name: text }) => {
    const level = node.raci.get(roleId);
    return level === undefined ? [] : [`${levelText(level)} ${wordsIn(text, language)}`];
  });
  const description = wordsIn(node.description, language).trim();
  return (
    <section ref={card} className={styles.card} aria-label={t('walk.title')} tabIndex={-1} data-region="walk">
      <div className={styles.text}>
        <p className={styles.counter}>{counter}</p>
        <h2 className={styles.name}>{name}</h2>
        {role !== undefined && (
          <p className={styles.role}>
            <RoleBadge role={role} />
            {roleName}
          </p>
        )}
        {description !== '' && <p className={styles.description}>{description}</p>}
      </div>
      <dl className={styles.facts}>
        <Fact title={t('walk.receives')} values={around.receives.map(([edgeId, other]) => told(edgeId, other))} />
        <Fact title={t('walk.gives')} values={around.gives.map(([edgeId, other]) => told(edgeId, other))} />
        <Fact title="RACI" values={raci} />
      </dl>
      <div className={styles.buttons}>
        <IconButton
          icon="arrow-left"
          label={t('walk.previous')}
          shortcut="←"
          disabled={index === 0}
          onClick={() => walkTo(view, index - 1)}
        />
        <IconButton
          icon="arrow-right"
          label={t('walk.next')}
          shortcut="→"
          disabled={index === stepIds.length - 1}
          onClick={() => walkTo(view, index + 1)}
        />
        <IconButton icon="x" label={t('walk.end')} shortcut="Esc" onClick={() => view.setState({ walk: null })} />
      </div>
    </section>
  );
}

/** With room below, where the card lies. */
function aboveCard(box: Box): Box {
  return { ...box, height: box.height + CARD_ROOM };
}

function Fact({ title, values }: { readonly title: string; readonly values: readonly string[] }) {
  return values.length === 0 ? null : (
    <div>
      <dt>{title}</dt>
      <dd>{values.join(' · ')}</dd>
    </div>
  );
}

/** What leads to a step and from it; between roles that is what it receives and gives. */
function surroundingsOf(document: DiagramDocument, id: NodeId) {
  const handoffs = handoffsById(document);
  const edgeIds = edgesByNode(document.edges).get(id) ?? [];
  const nodeIds = new Set<NodeId>();
  const receives: (readonly [EdgeId, NodeId])[] = [];
  const gives: (readonly [EdgeId, NodeId])[] = [];
  for (const edgeId of edgeIds) {
    const edge = document.edges.get(edgeId);
    if (edge === undefined) continue;
    const { from, to } = flowEnds(edge);
    const other = from === id ? to : from;
    nodeIds.add(other);
    if (handoffs.has(edgeId)) (from === id ? gives : receives).push([edgeId, other]);
  }
  return { edgeIds, nodeIds: [...nodeIds], receives, gives };
}

const moves: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowRight: (index) => index + 1,
  ArrowDown: (index) => index + 1,
  PageDown: (index) => index + 1,
  ' ': (index) => index + 1,
  Enter: (index) => index + 1,
  ArrowLeft: (index) => index - 1,
  ArrowUp: (index) => index - 1,
  PageUp: (index) => index - 1,
  Backspace: (index) => index - 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** Takes the whole screen and the keyboard while it lasts, and gives back exactly the view there was. */
function usePresentation(card: { readonly current: HTMLElement | null }): void {
  const { bridge } = useServices();
  const { editor, view } = useOpenDocument();
  useLayoutEffect(() => {
    const before: Viewport = view.getState().viewport;
    const { selection } = editor.getState();
    editor.select({ nodes: new Set(), edges: new Set() });
    const listening = new AbortController();
    let hasEnded = false;
    let wasFullScreen = true;
    void bridge.request['window.setFullScreen'](true).then((was) => {
      wasFullScreen = was;
      if (hasEnded && !was) void bridge.request['window.setFullScreen'](false);
    });
    card.current?.focus();
    window.addEventListener(
      'keydown',
      (event) => {
        const { walk } = view.getState();
        if (walk === null || isComposition(event) || event.ctrlKey || event.metaKey || event.altKey) return;
        // A button that has the focus is pressed by these.
        const isPress = (event.key === ' ' || event.key === 'Enter') && event.target instanceof HTMLButtonElement;
        const move = moves[event.key];
        if (event.key === 'Tab' || isPress) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Escape') view.setState({ walk: null });
        else if (move !== undefined) walkTo(view, move(walk.index, walk.stepIds.length - 1));
      },
      { capture: true, signal: listening.signal },
    );
    return () => {
      hasEnded = true;
      listening.abort();
      view.setState({ walk: null, spotlight: null });
      if (!wasFullScreen) void bridge.request['window.setFullScreen'](false);
      editor.select(selection);
      giveBack(view, before);
    };
  }, [bridge, editor, view, card]);
}

/** How long a window takes at most to leave the full screen. */
const LEAVING_MS = 1_500;

/** Shows what was shown before: when the panels are back, and again when the window has its old size. */
function giveBack(view: ViewStore, before: Viewport): void {
  const leaving = new AbortController();
  const stop = () => leaving.abort();
  const show = () =>
    requestAnimationFrame(() =>
      // One frame more: the canvas keeps what it showed under the eyes when its room changes.
      requestAnimationFrame(() => {
        if (!leaving.signal.aborted) view.canvas?.go(before);
      }),
    );
  setTimeout(stop, LEAVING_MS);
  for (const type of ['pointerdown', 'wheel', 'keydown'] as const) {
    window.addEventListener(type, stop, { capture: true, signal: leaving.signal });
  }
  window.addEventListener('resize', show, { signal: leaving.signal });
  show();
  setTimeout(() => view.canvas?.focus());
}
