import { expose } from 'comlink';
import { sampleWork } from './sampleWork';

expose(sampleWork);
