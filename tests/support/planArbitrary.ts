import fc from 'fast-check';
import type { DiagramDocument } from '../../shared/model/document';
import { aDocument, aLane, aNode, anEdge } from './builders';

const stepKinds = ['task', 'decision', 'artifact', 'terminal'] as const;

/**
 * Diagrams as people draw them, but with steps strewn about: up to twelve steps on the canvas, in groups, in lanes or in
 * lanes with stages, linked at random.
 */
export const planArbitrary: fc.Arbitrary<DiagramDocument> = fc
  .record({
    frame: fc.constantFrom('none', 'group', 'horizontal', 'vertical', 'stages'),
    frames: fc.integer({ min: 1, max: 4 }),
    steps: fc.array(
      fc.record({
        kind: fc.constantFrom(...stepKinds),
        home: fc.nat(3),
        x: fc.integer({ min: 0, max: 70 }),
        y: fc.integer({ min: 0, max: 40 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    links: fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom('flow' as const, 'collaboration' as const)), {
      maxLength: 14,
    }),
  })
  .map(({ frame, frames, steps, links }) => {
    const homes = frame === 'none' ? 0 : frames;
    const frameOf = (index: number) => {
      const id = `frame-${index}`;
      if (frame === 'group') return aNode('group', { id, x: index * 400 });
      if (frame === 'vertical') {
        return aLane({ id, x: index * 200, width: 200, height: 600, props: { direction: 'vertical' } });
      }
      return aLane({ id, y: index * 120 });
    };
    const stages = frame === 'stages' ? [0, 1, 2] : [];
    const nodes = [
      ...Array.from({ length: homes }, (_, index) => frameOf(index)),
      ...stages.map((index) => aNode('stage', { id: `stage-${index}`, x: 140 + index * 180, y: -52, width: 180 })),
      ...steps.map(({ kind, home, x, y }, index) => {
        const parentId = homes === 0 ? null : `frame-${home % homes}`;
        return aNode(kind, { id: `step-${index}`, parentId, x: x * 8, y: y * 8, z: index });
      }),
    ];
    const edges = links.map(([from, to, kind], index) =>
      anEdge({
        id: `edge-${index}`,
        from: `step-${from % steps.length}`,
        to: `step-${to % steps.length}`,
        kind,
        heads: kind === 'flow' ? 'end' : 'both',
      }),
    );
    return aDocument({ nodes, edges });
  });
