import { expose } from 'comlink';
import { createEdgeRouteWork } from './edgeRouteWork';

expose(createEdgeRouteWork());
