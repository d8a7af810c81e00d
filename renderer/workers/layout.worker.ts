import { expose } from 'comlink';
import { layoutWork } from './layoutWork';

expose(layoutWork);
