import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import type { Page, ViewLag } from '#query';
import { Shown, ShownObject } from './shown.js';

@ObjectType('PageInfo')
export class PageInfoType {
  @Shown(Boolean, 'boolean') hasNextPage: boolean;
  @Shown(String, 'string', { nullable: true, description: 'Pass it as `after` for the next page.' })
  endCursor: string | null;
}

@ObjectType('Lag', { description: 'How far the answering view is behind the log.' })
export class LagType {
  @Shown(String, 'string', { description: 'Last event in the view.' }) seq: string;
  @Shown(String, 'string', { description: 'Last event in the log.' }) head: string;
  @Shown(Int, 'integer', { description: 'Events not yet in the view.' }) events: number;
}

/** A Relay connection; `nodes` is the short way to the same items. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfoType;
  readonly lag: LagType | null;
}

/** A page as REST answers it. */
export interface List<T> {
  readonly items: readonly T[];
  readonly pageInfo: PageInfoType;
  readonly lag: LagType | null;
}

export function connectionType<T>(name: string, node: Type<T>): Type<Connection<T>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String) cursor: string;
    @Field(() => node) node: T;
  }
  @ObjectType(`${name}Connection`)
  class ConnectionOfNode implements Connection<T> {
    @Field(() => [Edge]) edges: Edge[];
    @Field(() => [node]) nodes: T[];
    @Field(() => PageInfoType) pageInfo: PageInfoType;
    @Field(() => LagType, { nullable: true }) lag: LagType | null;
  }
  return ConnectionOfNode;
}

export function listType<T>(name: string, item: Type<T>): Type<List<T>> {
  @ObjectType({ isAbstract: true })
  class ListOfItem implements List<T> {
    @ApiProperty({ type: () => item, isArray: true }) items: T[];
    @ShownObject(() => PageInfoType) pageInfo: PageInfoType;
    @ShownObject(() => LagType, { nullable: true }) lag: LagType | null;
  }
  Object.defineProperty(ListOfItem, 'name', { value: `${name}List` });
  return ListOfItem;
}

export function toConnection<T>(page: Page<T>, lag: ViewLag | null): Connection<T> {
  const edges = page.items.map((node, i) => ({ node, cursor: page.cursors[i] ?? '' }));
  return { edges, nodes: page.items, pageInfo: pageInfoOf(page), lag };
}

export const toList = <T>(page: Page<T>, lag: ViewLag | null): List<T> => ({
  items: page.items,
  pageInfo: pageInfoOf(page),
  lag: lag && { seq: lag.seq, head: lag.head, events: lag.events },
});

const pageInfoOf = ({ hasNextPage, endCursor }: Page<unknown>): PageInfoType => ({ hasNextPage, endCursor });
