import { expose } from 'comlink';
import { projectFileWork } from './projectFileWork';

expose(projectFileWork);
