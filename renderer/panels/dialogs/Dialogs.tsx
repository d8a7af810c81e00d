import { Component, lazy, type ReactNode, Suspense } from 'react';
import type { OpenDialog } from '../../state/appStore';
import { DocumentContext, useApp, useServices, useSession, useT } from '../../state/hooks';
import { notify } from '../../state/notices';

// Each in a file of its own that is fetched when it is first opened: the first paint does not wait for any of them.
const CommandPalette = lazy(() => import('./CommandPalette').then((module) => ({ default: module.CommandPalette })));
const NewDiagramDialog = lazy(() =>
  import('./NewDiagramDialog').then((module) => ({ default: module.NewDiagramDialog })),
);
const ExportDialog = lazy(() => import('./ExportDialog').then((module) => ({ default: module.ExportDialog })));
const ShortcutSheet = lazy(() => import('./ShortcutSheet').then((module) => ({ default: module.ShortcutSheet })));
const AboutDialog = lazy(() => import('./AboutDialog').then((module) => ({ default: module.AboutDialog })));
const RoleDialog = lazy(() => import('./RoleDialog').then((module) => ({ default: module.RoleDialog })));
const ReportDialog = lazy(() => import('./ReportDialog').then((module) => ({ default: module.ReportDialog })));

/** The dialog that is open, if any. */
export function Dialogs() {
  const t = useT();
  const { app } = useServices();
  const dialog = useApp((state) => state.dialog);
  const active = useSession((state) => state.documents.find((open) => open.key === state.activeKey) ?? null);
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
      <DocumentContext value={active}>
        <Suspense fallback={null}>{viewOf(dialog, active !== null, close)}</Suspense>
      </DocumentContext>
    </DialogGuard>
  );
}

function viewOf(dialog: OpenDialog, hasDocument: boolean, close: () => void): ReactNode {
  switch (dialog.type) {
    case 'commandPalette':
      return <CommandPalette onClose={close} />;
    case 'newDiagram':
      return <NewDiagramDialog onClose={close} />;
    case 'export':
      return hasDocument && <ExportDialog onClose={close} />;
    case 'role':
      return hasDocument && <RoleDialog key={dialog.roleId} roleId={dialog.roleId} onClose={close} />;
    case 'shortcuts':
      return <ShortcutSheet onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
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
