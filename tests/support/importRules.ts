const groundFloor = ['shared/util', 'shared/i18n', 'shared/geometry', 'shared/text', 'shared/scene', 'shared/image'];
const model = [...groundFloor, 'shared/kinds', 'shared/model'];

/**
 * Who may import whom. The keys are folders or files; the longest key that fits a file decides. Each value lists what it
 * may import besides itself: folders or files of ours, packages, and, after `types:`, what it may know the types of only.
 */
export const importRules: Readonly<Record<string, readonly string[]>> = {
  // The ground floor: knows neither screen nor disk.
  'shared/util': [],
  'shared/i18n': ['shared/util'],
  'shared/geometry': groundFloor,
  'shared/text': groundFloor,
  'shared/scene': groundFloor,
  'shared/image': ['shared/util', 'js-base64'],
  'shared/kinds': [
    ...[...groundFloor, 'zod/mini'],
    // The words a kind is made of; a kind knows nothing of the document it stands in.
    ...['shared/model/ids', 'shared/model/localizedText', 'shared/model/limits', 'types:shared/model'],
  ],
  'shared/model': [...groundFloor, 'shared/kinds'],
  'shared/picture': model,
  'shared/edits': model,
  'shared/history': model,
  'shared/layout': [...model, 'shared/picture', 'elkjs', 'rbush'],
  // What an edit made on a view means is an edit of the document.
  'shared/layout/views': [...model, 'shared/picture', 'shared/layout', 'types:shared/edits'],
  'shared/layout/giving.ts': [...model, 'shared/layout', 'types:shared/edits'],
  'shared/compare': model,
  'shared/figures': model,
  'shared/paths': [...model, 'shared/figures', 'flatqueue'],
  'shared/team': [...model, 'shared/figures'],
  'shared/scenario': [...model, 'shared/edits', 'shared/team', 'shared/rules'],
  'shared/routing': [...model, 'shared/picture', 'rbush', 'flatqueue'],
  'shared/rules': [...model, 'types:shared/edits'],
  'shared/file': [...model, 'zod/mini'],
  'shared/file/historyText.ts': [...model, 'shared/file', 'shared/history'],
  'shared/clipboard': [...model, 'shared/file'],
  'shared/find': [...model, 'es-hangul'],
  'shared/tables': [...model, 'shared/team', 'papaparse'],
  'shared/export': [...model, 'shared/picture', 'types:shared/pdf', 'js-base64'],
  // Heavy: only what runs in a thread or a program of its own imports it.
  'shared/pdf': [...model, 'types:shared/picture', 'pdfkit', 'fast-png', 'js-base64'],
  'shared/templates': [...model, 'shared/edits', 'shared/layout'],
  'shared/ipc': ['types:shared'],

  // The page: shared and React. Only canvas/ knows React Flow, only platform/ the bridge.
  'renderer/platform': ['shared'],
  // Long work in other threads; only workers/ knows how they are spoken to.
  'renderer/workers': ['shared', 'comlink', 'elkjs'],
  'renderer/state': ['shared', 'renderer/platform', 'renderer/workers', 'types:renderer/actions', 'react', 'zustand'],
  'renderer/templates': ['shared'],
  'renderer/actions': [
    ...['shared', 'renderer/state', 'renderer/platform', 'renderer/workers', 'renderer/templates', 'react'],
    ...['js-base64', 'dompurify'],
  ],
  'renderer/canvas': [
    'shared',
    'renderer/state',
    'renderer/actions',
    'renderer/workers',
    'react',
    'zustand',
    '@xyflow/react',
  ],
  'renderer/chrome': [
    ...['shared', 'renderer/state', 'renderer/actions', 'react', 'zustand', '@base-ui/react'],
    // Previews are drawn as the canvas draws; these files of it know no React Flow.
    'renderer/canvas/MarksView',
    'renderer/canvas/Sketch',
  ],
  // Panels are made of chrome's fields and buttons.
  'renderer/panels': [
    ...['shared', 'renderer/state', 'renderer/actions', 'renderer/chrome', 'renderer/templates', 'renderer/workers'],
    ...['react', '@base-ui/react', '@tanstack/react-virtual'],
  ],
  // Pages stand in the canvas's place; a page is made as a panel is.
  'renderer/pages': [
    ...['shared', 'renderer/state', 'renderer/actions', 'renderer/chrome', 'renderer/panels'],
    ...['react', '@base-ui/react', '@tanstack/react-virtual'],
  ],
  // The flow presented over the canvas.
  'renderer/walk': ['shared', 'renderer/state', 'renderer/actions', 'renderer/chrome', 'react'],
  renderer: ['shared', 'renderer', 'react', 'react-dom', 'zustand', '@base-ui/react'],
  'renderer/vite.config.ts': ['node:', 'vite', '@vitejs/plugin-react'],

  // The machine. What does the work knows no Electron, so that plain Node can run and test it.
  'electron/node': ['shared', 'node:', 'zod/mini', '@resvg/resvg-wasm'],
  // The manifest says which version it is.
  'electron/cli': ['shared', 'electron/node', 'node:', 'package.json'],
  'electron/app': ['shared', 'electron/node', 'electron', 'node:', 'zod/mini'],
  'electron/main.ts': ['shared', 'electron/node', 'electron/app', 'electron', 'node:', 'zod/mini'],
  'electron/preload.ts': ['shared/ipc', 'electron'],
  // Never shipped: builds, starts and packages.
  'electron/dev': ['electron/builder.config.mjs', 'node:', 'vite', '@playwright/test', 'electron-builder'],
  'electron/builder.config.mjs': ['electron/dev', 'node:'],
};
