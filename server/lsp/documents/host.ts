import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Means } from '../../workspace/read';
import type { Files } from '../machine/files';
import type { Client } from '../protocol/client';
import type { Analyst } from './analyst';
import type { Guard } from './answer';
import type { Documents } from './documents';
import type { Due } from './due';
import type { Library } from './library';
import type { Reports } from './reports';
import type { SettingsStore } from './settings';
import type { Wanted } from './wanted';

/** What every feature of the server stands on. */
export interface Host {
  readonly connection: Connection;
  /** Has something done once the client may be asked for things. */
  readonly whenReady: (work: () => void) => void;
  readonly client: Client;
  readonly analyst: Analyst;
  readonly settings: SettingsStore;
  readonly documents: Documents;
  readonly due: Due;
  readonly guard: Guard;
  readonly reports: Reports;
  readonly wanted: Wanted;
  readonly library: Library;
  /** The files of the machine; undefined where there are none to be reached. */
  readonly files: Files | undefined;
  readonly means: Means;
}

/** A feature: registers its handlers and answers the capabilities that go with them. */
export type Feature = (host: Host) => Partial<ServerCapabilities>;
