// The entry of a reading thread.
import 'reflect-metadata';
import { serveJobs } from '#worker-pool';
import { readArticle } from './read-article.js';

serveJobs(readArticle);
