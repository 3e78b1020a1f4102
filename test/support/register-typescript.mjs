// `node --conditions=source --import` this file runs the program from its TypeScript sources.
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
