import childProcess from 'node:child_process';
import crypto from 'node:crypto';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';

/** A fold reached for something that is not in its batch or its tables. */
export class ReachedOutside extends Error {
  constructor(what: string) {
    super(`The fold used ${what}. A view may read its batch and its own tables, nothing else.`);
    this.name = new.target.name;
  }
}

type Restore = () => void;

/**
 * Runs a fold in a world without clock, chance, files, network and other programs: each throws `ReachedOutside`. What a module took
 * by name when it was loaded is out of reach here; the table of allowed imports (`pure-folds`) keeps that from folds.
 */
export async function inSealedWorld<T>(fold: () => Promise<T>): Promise<T> {
  const restores = [
    trapClock(),
    ...['random'].map((name) => trap(Math, name, 'Math.random')),
    ...['fetch', 'setTimeout', 'setInterval', 'setImmediate'].map((name) => trap(globalThis, name, name)),
    trap(performance, 'now', 'performance.now'),
    trap(process, 'hrtime', 'process.hrtime'),
    ...['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues'].map((name) => trap(crypto, name, name)),
    ...trapAll({ fs, 'fs.promises': fs.promises, net, http, https, dns, child_process: childProcess }),
  ];
  try {
    return await fold();
  } finally {
    for (const restore of restores.reverse()) restore();
  }
}

function trapClock(): Restore {
  const real = globalThis.Date;
  const sealed = new Proxy(real, {
    construct: (target, args: []) => {
      if (args.length === 0) throw new ReachedOutside('the clock (new Date())');
      return new target(...args);
    },
    apply: () => {
      throw new ReachedOutside('the clock (Date())');
    },
    get: (target, name) => {
      if (name === 'now')
        return () => {
          throw new ReachedOutside('the clock (Date.now)');
        };
      return Reflect.get(target, name) as unknown;
    },
  });
  globalThis.Date = sealed;
  return () => (globalThis.Date = real);
}

function trapAll(modules: Readonly<Record<string, object>>): Restore[] {
  return Object.entries(modules).flatMap(([module, functions]) =>
    Object.keys(functions)
      .filter((name) => /^[a-z]/.test(name) && typeof Reflect.get(functions, name) === 'function')
      .map((name) => trap(functions, name, `${module}.${name}`)),
  );
}

function trap(owner: object, name: string, what: string): Restore {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  if (own && !own.configurable && !own.writable) return () => undefined;
  const sealed = () => {
    throw new ReachedOutside(what);
  };
  Object.defineProperty(owner, name, { value: sealed, configurable: true, writable: true });
  return () => {
    if (own) Object.defineProperty(owner, name, own);
    else Reflect.deleteProperty(owner, name);
  };
}
