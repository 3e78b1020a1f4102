import { NotFoundException, UnsupportedMediaTypeException } from '@nestjs/common';
import { toProblem } from './to-problem.js';

const unknownQuery = Object.assign(new Error('Unknown query'), {
  code: 'MER_ERR_GQL_PERSISTED_QUERY_NOT_FOUND',
});

it.each([
  [
    new NotFoundException('Cannot GET /v2/figures'),
    404,
    'There is nothing at GET /v2/figures. /docs lists every address.',
  ],
  [
    new UnsupportedMediaTypeException(),
    415,
    'Send application/json; POST /v1/articles also takes a page as text/html.',
  ],
  [unknownQuery, 400, 'The body names no query. Send {"query": "{ ... }"}.'],
])('says what to do where a library says too little: %s', (error, status, detail) => {
  expect(toProblem(error)).toMatchObject({ status, detail });
});

it('shows nothing of what is our own fault', () => {
  const problem = toProblem(new TypeError('password is undefined'));
  expect(problem).toMatchObject({ status: 500, code: 'API.INTERNAL' });
  expect(JSON.stringify(problem)).not.toContain('password');
});
