// Jest loads its global setup without its transforms, and the setup needs the platform's TypeScript.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { SWC_OPTIONS } from './swc-options.mjs';

export function resolve(specifier, context, nextResolve) {
  if (!specifier.startsWith('.') || !context.parentURL) return nextResolve(specifier, context);
  const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
  const isSource = source.pathname.endsWith('.ts') && existsSync(fileURLToPath(source));
  return isSource
    ? { url: source.href, format: 'module', shortCircuit: true }
    : nextResolve(specifier, context);
}

export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts')) return nextLoad(url, context);
  const { code } = await transform(readFileSync(fileURLToPath(url), 'utf8'), SWC_OPTIONS);
  return { format: 'module', source: code, shortCircuit: true };
}
