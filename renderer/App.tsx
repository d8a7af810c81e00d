import { CSPProvider } from '@base-ui/react/csp-provider';
import { useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import styles from './App.module.css';
import { Canvas } from './canvas/Canvas';
import { ContextMenu } from './chrome/ContextMenu';
import { HintLayer } from './chrome/HintLayer';
import { NoDocument } from './chrome/NoDocument';
import { Announcer, Notices } from './chrome/Notices';
import { PageBar } from './chrome/PageBar';
import { StatusBar } from './chrome/StatusBar';
import { ToolBar } from './chrome/ToolBar';
import { TopBar } from './chrome/TopBar';
import { PageView } from './pages/PageView';
import { Dialogs } from './panels/dialogs/Dialogs';
import { FindBar } from './panels/find/FindBar';
import {
  type AppServices,
  DocumentContext,
  ServicesContext,
  useApp,
  useLanguage,
  useServices,
  useSession,
  useT,
  useThemeName,
} from './state/hooks';
import { laterPart } from './state/laterPart';
import type { OpenDocument } from './state/session';
import type { ViewState } from './state/viewStore';

/** The whole window. */
export function App({ services }: { readonly services: AppServices }) {
  return (
    <ServicesContext value={services}>
      {/* Base UI would print style elements, which the content security policy refuses; theme.css says the same. */}
      <CSPProvider disableStyleElements>
        <Shell />
      </CSPProvider>
    </ServicesContext>
  );
}

// A diagram can be looked at and edited before its panels have been filled.
const leftPanel = laterPart(() => import('./panels/LeftPanel').then((module) => module.LeftPanel));
const inspector = laterPart(() => import('./panels/Inspector').then((module) => module.Inspector));
const walkThrough = laterPart(() => import('./walk/WalkThrough').then((module) => module.WalkThrough));
type Presented = Pick<ViewState, 'walk'>;
const neverWalks = createStore<Presented>(() => ({ walk: null }));

function Shell() {
  const active = useSession((state) => state.documents.find((open) => open.key === state.activeKey) ?? null);
  const shown: Pick<StoreApi<Presented>, 'getState' | 'getInitialState' | 'subscribe'> = active?.view ?? neverWalks;
  const isWalking = useStore(shown, isPresented);
  useRootAttributes();
  return (
    <div className={styles.window} data-walking={isWalking}>
      {!isWalking && <TopBar />}
      {active === null ? <NoDocument /> : <Workspace active={active} />}
      <Dialogs />
      <ContextMenu />
      <HintLayer />
      <Notices />
      <Announcer />
    </div>
  );
}

/** While the flow is presented nothing but the diagram is shown. */
function isPresented({ walk }: Presented): boolean {
  return walk !== null;
}

function Workspace({ active }: { readonly active: OpenDocument }) {
  const t = useT();
  const { session } = useServices();
  const language = useLanguage();
  const panels = useApp((state) => state.settings.panels);
  const page = useStore(active.view, (state) => state.page);
  const isWalking = useStore(active.view, isPresented);
  const Walk = walkThrough.use();
  const LeftPanel = leftPanel.use();
  const Inspector = inspector.use();
  const arrangement = useStore(active.view, (state) => state.arrangement);
  useStore(active.editor.store, (state) => state.history.present.document.title);
  return (
    <DocumentContext value={active}>
      <div className={styles.middle}>
        {panels.left && !isWalking && (
          <section className={styles.left} data-region="left" aria-label={t('panel.left')}>
            {LeftPanel !== null && <LeftPanel />}
          </section>
        )}
        <main className={styles.main}>
          <h1 className={styles.spoken}>{session.nameOf(active, language)}</h1>
          {!isWalking && <PageBar />}
          {page === 'diagram' ? (
            <div className={styles.canvas}>
              <Canvas key={`${active.key} ${arrangement}`} />
              {!isWalking && <ToolBar />}
              {!isWalking && <FindBar />}
              {isWalking && Walk !== null && <Walk />}
            </div>
          ) : (
            <PageView key={active.key} id={page} />
          )}
        </main>
        {panels.right && !isWalking && (
          <aside className={styles.right} data-region="right" aria-label={t('panel.right')}>
            {Inspector !== null && <Inspector />}
          </aside>
        )}
      </div>
      {!isWalking && <StatusBar />}
      <Printing />
    </DocumentContext>
  );
}

const printSheet = laterPart(() => import('./pages/print/PrintSheet').then(({ PrintSheet }) => PrintSheet));

/** What is printed, beside the window that paper does not show. */
function Printing() {
  const printing = useApp((state) => state.printing);
  const PrintSheet = printSheet.use();
  if (printing === null || PrintSheet === null) return null;
  return createPortal(<PrintSheet {...printing} />, document.body);
}

/** Theme and language on the root element, for style sheets, screen readers and line breaking. */
function useRootAttributes(): void {
  const theme = useThemeName();
  const language = useLanguage();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = language;
  }, [theme, language]);
}
