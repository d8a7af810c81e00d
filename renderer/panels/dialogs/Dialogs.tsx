import { Component, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { OpenDialog } from '../../state/appStore';
import { DocumentContext, useApp, useServices, useSession, useT } from '../../state/hooks';
import { notify } from '../../state/notices';
import { whenReady } from '../../state/ready';
import { CommandPalette } from './CommandPalette';

// Each in a file of its own: the first paint does not wait for any of them. All but the command palette: who presses
// Ctrl+K types on at once, and the first letters must not go where the focus was before.
const loaders = {
  NewDiagramDialog: () => import('./NewDiagramDialog').then((module) => ({ default: module.NewDiagramDialog })),
  RecentDialog: () => import('./RecentDialog').then((module) => ({ default: module.RecentDialog })),
  ExportDialog: () => import('./ExportDialog').then((module) => ({ default: module.ExportDialog })),
  ShortcutSheet: () => import('./ShortcutSheet').then((module) => ({ default: module.ShortcutSheet })),
  AboutDialog: () => import('./AboutDialog').then((module) => ({ default: module.AboutDialog })),
  RaciImportDialog: () =>
    import('./raciImport/RaciImportDialog').then((module) => ({ default: module.RaciImportDialog })),
  RoleDialog: () => import('./RoleDialog').then((module) => ({ default: module.RoleDialog })),
  TranslationsDialog: () => import('./TranslationsDialog').then((module) => ({ default: module.TranslationsDialog })),
  SettingsDialog: () => import('./settings/SettingsDialog').then((module) => ({ default: module.SettingsDialog })),
  ReportDialog: () => import('./ReportDialog').then((module) => ({ default: module.ReportDialog })),
  PeopleImportDialog: () => import('./PeopleImportDialog').then((module) => ({ default: module.PeopleImportDialog })),
  RoleSheetDialog: () => import('./roleSheet/RoleSheetDialog').then((module) => ({ default: module.RoleSheetDialog })),
  WhatIfDialog: () => import('./whatIf/WhatIfDialog').then((module) => ({ default: module.WhatIfDialog })),
};
const NewDiagramDialog = lazy(loaders.NewDiagramDialog);
const RecentDialog = lazy(loaders.RecentDialog);
const ExportDialog = lazy(loaders.ExportDialog);
const ShortcutSheet = lazy(loaders.ShortcutSheet);
const AboutDialog = lazy(loaders.AboutDialog);
const RaciImportDialog = lazy(loaders.RaciImportDialog);
const RoleDialog = lazy(loaders.RoleDialog);
const SettingsDialog = lazy(loaders.SettingsDialog);
const ReportDialog = lazy(loaders.ReportDialog);
const TranslationsDialog = lazy(loaders.TranslationsDialog);
const PeopleImportDialog = lazy(loaders.PeopleImportDialog);
const RoleSheetDialog = lazy(loaders.RoleSheetDialog);
const WhatIfDialog = lazy(loaders.WhatIfDialog);

/** Fetches them once the window has nothing better to do, so that none of them keeps anybody waiting later. */
function usePreloading(): void {
  useEffect(() => {
    let idle = 0;
    void whenReady().then(() => {
      idle = requestIdleCallback(() => {
        for (const load of Object.values(loaders)) load().catch((error: unknown) => console.warn(error));
      });
    });
    return () => cancelIdleCallback(idle);
  }, []);
}

/** The dialog that is open, if any. */
export function Dialogs() {
  usePreloading();
  const t = useT();
  const { app } = useServices();
  const dialog = useApp((state) => state.dialog);
  const close = () => app.setState({ dialog: null });
  if (dialog === null) return null;
  return (
    <DialogGuard
      key={dialog.type}
      onError={() => {
        close();
        notify(app, 'error', t('app.loadFailed'));
      }}
    >
      <DialogView dialog={dialog} onClose={close} />
    </DialogGuard>
  );
}

/**
 * A dialog stays with the diagram it was opened for: a file that a double click or a second start brings to the front
 * meanwhile must not get the role that is being written here.
 */
function DialogView({ dialog, onClose }: { readonly dialog: OpenDialog; readonly onClose: () => void }) {
  const { session } = useServices();
  const [key] = useState(() => session.active()?.key ?? null);
  const open = useSession((state) => state.documents.find((one) => one.key === key) ?? null);
  const isOrphan =
    open === null &&
    ['export', 'role', 'translations', 'whatIf', 'roleSheet', 'peopleImport', 'raciImport'].includes(dialog.type);
  useEffect(() => {
    // The menu of the window works on beside a dialog: its diagram may be closed.
    if (isOrphan) onClose();
  }, [isOrphan, onClose]);
  return (
    <DocumentContext value={open}>
      <Suspense fallback={null}>{viewOf(dialog, open !== null, onClose)}</Suspense>
    </DocumentContext>
  );
}

function viewOf(dialog: OpenDialog, hasDocument: boolean, close: () => void): ReactNode {
  switch (dialog.type) {
    case 'commandPalette':
      return <CommandPalette onClose={close} />;
    case 'newDiagram':
      return <NewDiagramDialog onClose={close} />;
    case 'recent':
      return <RecentDialog onClose={close} />;
    case 'export':
      return hasDocument && <ExportDialog onClose={close} />;
    case 'role':
      return hasDocument && <RoleDialog key={dialog.roleId} roleId={dialog.roleId} onClose={close} />;
    case 'translations':
      return hasDocument && <TranslationsDialog onClose={close} />;
    case 'peopleImport':
      return hasDocument && <PeopleImportDialog onClose={close} />;
    case 'roleSheet':
      return hasDocument && <RoleSheetDialog roleId={dialog.roleId} onClose={close} />;
    case 'whatIf':
      return hasDocument && <WhatIfDialog onClose={close} />;
    case 'raciImport':
      return hasDocument && <RaciImportDialog name={dialog.name} text={dialog.text} onClose={close} />;
    case 'shortcuts':
      return <ShortcutSheet onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'settings':
      return <SettingsDialog page={dialog.page} onClose={close} />;
    case 'report':
      return <ReportDialog title={dialog.title} intro={dialog.intro} lines={dialog.lines} onClose={close} />;
  }
}

/** A dialog that breaks or cannot be fetched closes with a message; the diagram behind it is not harmed. */
class DialogGuard extends Component<
  { readonly children: ReactNode; readonly onError: () => void },
  { readonly isBroken: boolean }
> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.props.onError();
  }

  override render(): ReactNode {
    return this.state.isBroken ? null : this.props.children;
  }
}
