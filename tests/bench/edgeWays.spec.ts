import { test } from '@playwright/test';
import { applyEdit } from '../../shared/edits/index';
import { diffDocuments } from '../../shared/file/journal';
import { type DrawingMeasures, measureDrawing } from '../../shared/layout/measures';
import { type DiagramDocument, plainLook } from '../../shared/model/document';
import { createRouter } from '../../shared/routing/router';
import { nodeId } from '../support/builders';
import { benchPlan } from './benchPlan';
import { elkDrawing } from './elkDrawing';
import { generateDiagram } from './generateDiagram';
import { mean, median, p95 } from './statistics';

// How good the ways of edges are, beside ELK's own on diagrams that ELK laid out, and how soon they are found.

test.skip(!benchPlan.hasTables, 'only without --quick');

const counts = [20, 50, 100, 200];
const seeds = [1, 2, 3, 4, 5];

type Contender = 'ELK' | 'ours' | 'own two nodes only';

test('ways of edges on diagrams laid out by ELK', async () => {
  const lines = [
    '| Steps | Ways by | Crossings | Bends | Length | On each other | Through steps | Time |',
    '| --: | --- | --: | --: | --: | --: | --: | --: |',
  ];
  for (const count of counts) {
    const measures = new Map<Contender, DrawingMeasures[]>();
    const timesMs: number[] = [];
    const add = (name: Contender, document: DiagramDocument) =>
      measures.set(name, [...(measures.get(name) ?? []), measureDrawing(document)]);
    for (const seed of seeds) {
      const { bare, withElkWays } = await elkDrawing(count, seed);
      add('ELK', withElkWays);
      const router = createRouter();
      router.apply(bare);
      const start = performance.now();
      const { routes } = router.routeAgain(bare.edges.keys(), plainLook);
      timesMs.push(performance.now() - start);
      add('ours', applyEdit(bare, 'edges.route', { routes }));
      add('own two nodes only', bare);
    }
    for (const [name, all] of measures) {
      const of = (key: keyof DrawingMeasures) => Math.round(mean(all.map((each) => each[key]))).toLocaleString('en');
      const time = name === 'ours' ? `${Math.round(median(timesMs))} ms` : '';
      lines.push(
        `| ${count} | ${name} | ${of('crossings')} | ${of('bends')} | ${of('lengthPx')} px | ${of('sharedPx')} px | ${of('through')} | ${time} |`,
      );
    }
  }
  console.log(`\nMeans of ${seeds.length} diagrams each\n\n${lines.join('\n')}\n`);
});

test('ways after one step was moved', () => {
  const lines = ['| Steps | Found within (typical) | p95 | Edges looked at |', '| --: | --: | --: | --: |'];
  for (const count of [200, 1_000, 10_000]) {
    let document = generateDiagram(count);
    const router = createRouter();
    router.apply(document);
    const timesMs: number[] = [];
    let looked = 0;
    for (let round = 0; round < 40; round++) {
      const ids = [nodeId(`step-${(round * 7919) % count}`)];
      const by = { x: ((round * 37) % 100) - 50, y: ((round * 53) % 120) - 60 };
      const moved = applyEdit(document, 'nodes.move', { ids, by });
      const start = performance.now();
      const { routes } = router.route(diffDocuments(document, moved), plainLook);
      timesMs.push(performance.now() - start);
      looked += routes.size;
      document = applyEdit(moved, 'edges.route', { routes });
      router.apply(diffDocuments(moved, document));
    }
    lines.push(
      `| ${count.toLocaleString('en')} | ${median(timesMs).toFixed(1)} ms | ${p95(timesMs).toFixed(1)} ms | ${(looked / 40).toFixed(1)} |`,
    );
  }
  console.log(`\n${lines.join('\n')}\n`);
});
