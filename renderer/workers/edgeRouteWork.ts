import { createRouter } from '../../shared/routing/router';

/** What a worker for the ways of edges can do: it knows one diagram. */
export const createEdgeRouteWork = createRouter;
export type EdgeRouteWork = ReturnType<typeof createEdgeRouteWork>;
